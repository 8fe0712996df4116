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

  /** The next piece, where it has that shape; no piece is empty at the end. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    if (this.#at === this.#text.length) return undefined;
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

  #fail(): never {
    throw new SipParseError(this.#field, `cannot be read at character ${this.#at + 1}`);
  }
}

/** Every item of a header, over all its lines: each holds one or more, with commas between them. @throws {SipParseError} */
export function readItems<Item>(
  values: readonly string[],
  field: string,
  take: (scanner: Scanner, field: string) => Item,
): Item[] {
  const items: Item[] = [];
  for (const value of values) {
    const scanner = new Scanner(value, field);
    do items.push(take(scanner, field));
    while (scanner.match(comma));
    scanner.end();
  }
  return items;
}
