/** Whom the device belongs to, as the Alexa app knows them. */
export interface Customer {
  readonly givenName?: string;
  readonly mobileNumber?: MobileNumber;
  /** The permission scopes that the customer has granted to the skill; none without it. */
  readonly permissions?: readonly string[];
  /** "Communication - Calling" is switched on in the Alexa app; it is without this. */
  readonly callingEnabled?: boolean;
}

export interface MobileNumber {
  /** `+1`. */
  readonly countryCode: string;
  /** Without the country code: `2045551111`. */
  readonly phoneNumber: string;
}

/** The customer with what changes while they talk: what they have allowed. */
export class CustomerAccount {
  readonly givenName: string | undefined;
  readonly mobileNumber: MobileNumber | undefined;
  callingEnabled: boolean;
  readonly #permissions: Set<string>;

  constructor({ givenName, mobileNumber, permissions = [], callingEnabled = true }: Customer) {
    this.givenName = givenName;
    this.mobileNumber = mobileNumber;
    this.callingEnabled = callingEnabled;
    this.#permissions = new Set(permissions);
  }

  hasGranted(scope: string): boolean {
    return this.#permissions.has(scope);
  }

  grant(scopes: readonly string[]): void {
    for (const scope of scopes) this.#permissions.add(scope);
  }

  revoke(scopes: readonly string[]): void {
    for (const scope of scopes) this.#permissions.delete(scope);
  }
}
