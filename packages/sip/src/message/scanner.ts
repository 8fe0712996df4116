import { SipParseError } from "../errors.ts";

const comma = /[ \t]*,[ \t]*/y;
const space = /[ \t]*/y;

/** Reads one unfolded header value from left to right; patterns are sticky. */
export class Scanner {
  readonly #text: string;
  readonly #field: string;
  #at = 0;

  constructor(text: string, field: string) {
    this.#text = text;
    this.#field = field;
  }

  /** The next piece, where it has that shape. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }

  /** @throws {SipParseError} when the next piece has another shape. */
  take(pattern: RegExp): RegExpExecArray {
    return this.match(pattern) ?? this.#fail();
  }

  /** @throws {SipParseError} when anything but white space is left. */
  end(): void {
    this.match(space);
    if (this.#at < this.#text.length) this.#fail();
  }

  /** One or more items with commas between them, to the end of the value. */
  list<Item>(read: (scanner: Scanner) => Item): Item[] {
    const items = [read(this)];
    while (this.match(comma)) items.push(read(this));
    this.end();
    return items;
  }

  #fail(): never {
    throw new SipParseError(this.#field, `cannot be read at character ${this.#at + 1}`);
  }
}
