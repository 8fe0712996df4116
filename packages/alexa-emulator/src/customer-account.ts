import type { InSkillProduct } from "./api/in-skill-product.ts";

/** Whom the device belongs to, as the Alexa app knows them. */
export interface Customer {
  readonly userId?: string;
  readonly givenName?: string;
  readonly fullName?: string;
  readonly email?: string;
  readonly mobileNumber?: MobileNumber;
  /** The permission scopes that the customer has granted to the skill; none without it. */
  readonly permissions?: readonly string[];
  /** "Communication - Calling" is switched on in the Alexa app; it is without this. */
  readonly callingEnabled?: boolean;
  /** Of the account that the customer has linked; without it they have linked none. */
  readonly accessToken?: string;
  /** The in-skill products; those of the skill package, none of them bought, without it. */
  readonly products?: readonly InSkillProduct[];
}

export interface MobileNumber {
  /** `+1`. */
  readonly countryCode: string;
  /** Without the country code: `2045551111`. */
  readonly phoneNumber: string;
}

/** The customer with what changes while they talk: what they have allowed, linked and bought. */
export class CustomerAccount {
  readonly userId: string;
  readonly givenName: string | undefined;
  readonly fullName: string | undefined;
  readonly email: string | undefined;
  readonly mobileNumber: MobileNumber | undefined;
  callingEnabled: boolean;
  accessToken: string | undefined;
  readonly #permissions: Set<string>;
  #products: readonly InSkillProduct[];

  constructor(customer: Customer) {
    this.userId = customer.userId ?? "amzn1.ask.account.EMULATED";
    this.givenName = customer.givenName;
    this.fullName = customer.fullName;
    this.email = customer.email;
    this.mobileNumber = customer.mobileNumber;
    this.callingEnabled = customer.callingEnabled ?? true;
    this.accessToken = customer.accessToken;
    this.#permissions = new Set(customer.permissions);
    this.#products = customer.products ?? [];
  }

  get products(): readonly InSkillProduct[] {
    return this.#products;
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

  /** Something was bought; a consumable can be bought again. */
  buy(productId: string): void {
    this.#change(productId, (product) => ({
      ...product,
      entitled: "ENTITLED",
      entitlementReason: "PURCHASED",
      activeEntitlementCount: product.activeEntitlementCount + 1,
      purchasable: product.type === "CONSUMABLE" ? "PURCHASABLE" : "NOT_PURCHASABLE",
    }));
  }

  /** Something was given back, or a subscription has ended. */
  giveBack(productId: string): void {
    this.#change(productId, (product) => ({
      ...product,
      entitled: "NOT_ENTITLED",
      entitlementReason: "NOT_PURCHASED",
      activeEntitlementCount: 0,
      purchasable: "PURCHASABLE",
    }));
  }

  #change(productId: string, changed: (product: InSkillProduct) => InSkillProduct): void {
    this.#products = this.#products.map((each) =>
      each.productId === productId ? changed(each) : each,
    );
  }
}
