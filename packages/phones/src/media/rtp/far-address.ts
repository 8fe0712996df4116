/** Where packets come from, or go to. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** When the far end has been still for so long, somebody else may be it: its router gave it another port. */
const stillMs = 1000;

/**
 * Where the far end is: where its packets come from (symmetric RTP, RFC 4961), and until there are any, where its
 * session description says. What it says is right only where no router, container or virtual machine stands between.
 */
export class FarAddress {
  #told: Address | undefined;
  #heard: (Address & { readonly at: number }) | undefined;

  /** A session description names an address; another one than before begins anew. */
  tell(address: Address): void {
    if (this.#told && !isSame(this.#told, address)) this.#heard = undefined;
    this.#told = address;
  }

  /** Takes note of a packet that fits the session; false where it is another sender's, who is not to be heard. */
  hear(source: Address, at: number): boolean {
    const known = this.#heard;
    const isFarEnd =
      !known ||
      isSame(known, source) ||
      (this.#told && isSame(this.#told, source)) ||
      at - known.at > stillMs;
    if (isFarEnd) this.#heard = { ...source, at };
    return isFarEnd ?? false;
  }

  get current(): Address | undefined {
    return this.#heard ?? this.#told;
  }
}

function isSame(one: Address, other: Address): boolean {
  return one.host === other.host && one.port === other.port;
}
