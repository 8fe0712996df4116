/** One header field as it stands in a message. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** RFC 3261 §7.3.3 and the IANA registry of compact forms. */
const compactForms: Readonly<Record<string, string>> = {
  a: "accept-contact",
  b: "referred-by",
  c: "content-type",
  d: "request-disposition",
  e: "content-encoding",
  f: "from",
  i: "call-id",
  j: "reject-contact",
  k: "supported",
  l: "content-length",
  m: "contact",
  n: "identity-info",
  o: "event",
  r: "refer-to",
  s: "subject",
  t: "to",
  u: "allow-events",
  v: "via",
  x: "session-expires",
  y: "identity",
};

/** The one name under which long, compact and oddly cased forms of a header meet. */
export function headerKey(name: string): string {
  const lower = name.toLowerCase();
  return lower.length === 1 ? (compactForms[lower] ?? lower) : lower;
}

/** Header fields in the order and letter case they were sent in, found by name without regard to either. */
export class HeaderList implements Iterable<Header> {
  readonly #headers: readonly Header[];
  readonly #keys: readonly string[];

  constructor(headers: Iterable<Header> = []) {
    this.#headers = [...headers];
    this.#keys = this.#headers.map(({ name }) => headerKey(name));
  }

  /** The first value of that name. */
  get(name: string): string | undefined {
    return this.#headers[this.#keys.indexOf(headerKey(name))]?.value;
  }

  /** Every value of that name, one for each header line. */
  all(name: string): string[] {
    const wanted = headerKey(name);
    const values: string[] = [];
    let at = this.#keys.indexOf(wanted);
    while (at >= 0) {
      values.push(this.#headers[at]?.value ?? "");
      at = this.#keys.indexOf(wanted, at + 1);
    }
    return values;
  }

  has(name: string): boolean {
    return this.#keys.includes(headerKey(name));
  }

  [Symbol.iterator](): Iterator<Header> {
    return this.#headers[Symbol.iterator]();
  }
}
