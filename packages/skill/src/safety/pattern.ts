/** What a phrase may look like, word by word. What equal patterns of one reader begin with is one object. */
export type Pattern =
  | { readonly id: number; readonly type: "word"; readonly word: string }
  | { readonly id: number; readonly type: "stem"; readonly stem: string }
  | { readonly id: number; readonly type: "any-word" }
  | { readonly id: number; readonly type: "words"; readonly words: ReadonlySet<string> }
  | {
      readonly id: number;
      readonly type: "sequence";
      readonly first: Pattern;
      readonly rest: Pattern;
    }
  | { readonly id: number; readonly type: "choice"; readonly options: readonly Pattern[] }
  | { readonly id: number; readonly type: "optional"; readonly part: Pattern };

export type WordClasses = Readonly<Record<string, string>>;

/** A number that no pattern's id reaches. */
export const idLimit = 2 ** 20;

/**
 * Reads patterns that share word classes. `(a | b c)` is a choice, `[a]` may be missing, `{kin}` is a word class,
 * `llam*` any word that begins so, `_` any one word.
 * @throws {SyntaxError} when a bracket is not closed or a class is not known
 */
export function patternReader(classes: WordClasses): (source: string) => Pattern {
  const shared: Shared = { ids: 0, sequences: new Map(), optionals: new Map(), classPattern };
  const ofClass = new Map<string, Pattern>();
  const read = (source: string): Pattern => new Reading(source, shared).whole();
  function classPattern(name: string): Pattern {
    const source = classes[name];
    if (source === undefined) throw new SyntaxError(`There is no word class {${name}}`);
    const pattern = ofClass.get(name) ?? read(source);
    ofClass.set(name, pattern);
    return pattern;
  }
  return read;
}

interface Shared {
  ids: number;
  readonly sequences: Map<number, Pattern>;
  readonly optionals: Map<number, Pattern>;
  readonly classPattern: (name: string) => Pattern;
}

const tokens = /[[\](){}|]|[^\s[\](){}|]+/g;
const closing = new Set(["|", ")", "]", "}", undefined]);
const brackets = new Set(["[", "(", "{", ...closing]);

class Reading {
  readonly #source: string;
  readonly #tokens: readonly string[];
  readonly #shared: Shared;
  #at = 0;

  constructor(source: string, shared: Shared) {
    this.#source = source;
    this.#tokens = source.match(tokens) ?? [];
    this.#shared = shared;
  }

  whole(): Pattern {
    const pattern = this.#choice();
    return this.#at < this.#tokens.length ? this.#fail() : pattern;
  }

  /** Choices of single words are looked up together. */
  #choice(): Pattern {
    const words = new Set<string>();
    const options: Pattern[] = [];
    do {
      const word = this.#singleWord();
      if (word === undefined) options.push(this.#sequence());
      else words.add(word);
    } while (this.#takes("|"));
    const [word, ...moreWords] = words;
    if (moreWords.length > 0) options.push({ id: this.#id(), type: "words", words });
    else if (word !== undefined) options.push({ id: this.#id(), type: "word", word });
    const [only, ...more] = options;
    if (only !== undefined && more.length === 0) return only;
    return { id: this.#id(), type: "choice", options };
  }

  #singleWord(): string | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || token === "_" || brackets.has(token)) return undefined;
    if (token.endsWith("*") || !closing.has(this.#tokens[this.#at + 1])) return undefined;
    this.#at += 1;
    return token;
  }

  /** Nested to the left: patterns with the same beginning share it, and what was found out about it. */
  #sequence(): Pattern {
    let sequence = this.#part();
    while (!closing.has(this.#tokens[this.#at])) {
      const [first, rest] = [sequence, this.#part()];
      const key = first.id * idLimit + rest.id;
      sequence = this.#shared.sequences.get(key) ?? {
        id: this.#id(),
        type: "sequence",
        first,
        rest,
      };
      this.#shared.sequences.set(key, sequence);
    }
    return sequence;
  }

  #part(): Pattern {
    const token = this.#tokens[this.#at];
    if (token === undefined || closing.has(token)) return this.#fail();
    this.#at += 1;
    if (token === "(") return this.#closed(")", this.#choice());
    if (token === "[") return this.#optional(this.#closed("]", this.#choice()));
    if (token === "{") return this.#class();
    if (token === "_") return { id: this.#id(), type: "any-word" };
    if (!token.endsWith("*")) return { id: this.#id(), type: "word", word: token };
    return { id: this.#id(), type: "stem", stem: token.slice(0, -1) };
  }

  #class(): Pattern {
    const name = this.#tokens[this.#at] ?? this.#fail();
    this.#at += 1;
    return this.#closed("}", this.#shared.classPattern(name));
  }

  #optional(part: Pattern): Pattern {
    const { optionals } = this.#shared;
    const pattern = optionals.get(part.id) ?? { id: this.#id(), type: "optional", part };
    optionals.set(part.id, pattern);
    return pattern;
  }

  #id(): number {
    this.#shared.ids += 1;
    return this.#shared.ids;
  }

  #closed(bracket: string, pattern: Pattern): Pattern {
    return this.#takes(bracket) ? pattern : this.#fail();
  }

  #takes(token: string): boolean {
    const isNext = this.#tokens[this.#at] === token;
    if (isNext) this.#at += 1;
    return isNext;
  }

  #fail(): never {
    throw new SyntaxError(`"${this.#source}" cannot be read at its part ${this.#at + 1}`);
  }
}
