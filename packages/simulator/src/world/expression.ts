import type { Item } from "./table.ts";

/** The names and values that an expression refers to by `#…` and `:…`. */
export interface References {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

type Evaluate<T> = (item: Item, references: References) => T;
export type Condition = Evaluate<boolean>;
export type Update = (item: Item, references: References) => Item;

const conditions = new Map<string, Condition>();
const updates = new Map<string, Update>();

/**
 * A condition of DynamoDB's expression language, as far as the store writes it.
 * @throws {SyntaxError} for what is not known here
 */
export function conditionOf(text: string): Condition {
  return remembered(conditions, text, () => new Parser(text).condition());
}

/** An update: SET with values, `if_not_exists` and sums. */
export function updateOf(text: string): Update {
  return remembered(updates, text, () => new Parser(text).update());
}

function remembered<T>(known: Map<string, T>, text: string, make: () => T): T {
  const made = known.get(text) ?? make();
  known.set(text, made);
  return made;
}

const comparisons: Readonly<Record<string, (left: unknown, right: unknown) => boolean>> = {
  "=": (left, right) => left === right,
  "<": (left, right) => order(left, right) < 0,
  ">": (left, right) => order(left, right) > 0,
  "<=": (left, right) => order(left, right) <= 0,
  ">=": (left, right) => order(left, right) >= 0,
};

/** NaN, which meets no comparison, where the two are of different types. */
function order(left: unknown, right: unknown): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left !== "string" || typeof right !== "string") return Number.NaN;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Recursive descent; OR binds loosest, then AND, then NOT (developer guide, "Precedence in conditions"). */
class Parser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = text.match(/[#:]?\w+|<=|>=|[=<>(),+]/g) ?? [];
  }

  condition(): Condition {
    const condition = this.#any();
    this.#end();
    return condition;
  }

  update(): Update {
    this.#take("SET");
    const assignments = this.#list(() => {
      const name = this.#name();
      this.#take("=");
      return { name, value: this.#sum() };
    });
    this.#end();
    return (item, references) => ({
      ...item,
      ...Object.fromEntries(
        assignments.map(({ name, value }) => [name(references), value(item, references)]),
      ),
    });
  }

  #any(): Condition {
    const clauses = this.#joined("OR", () => this.#all());
    return (item, references) => clauses.some((clause) => clause(item, references));
  }

  #all(): Condition {
    const clauses = this.#joined("AND", () => this.#not());
    return (item, references) => clauses.every((clause) => clause(item, references));
  }

  #not(): Condition {
    if (!this.#skip("NOT")) return this.#clause();
    const clause = this.#not();
    return (item, references) => !clause(item, references);
  }

  #clause(): Condition {
    if (this.#skip("(")) {
      const inner = this.#any();
      this.#take(")");
      return inner;
    }
    if (this.#skip("attribute_exists")) return this.#existence(true);
    if (this.#skip("attribute_not_exists")) return this.#existence(false);
    return this.#comparison();
  }

  #existence(wanted: boolean): Condition {
    this.#take("(");
    const name = this.#name();
    this.#take(")");
    return (item, references) => (item[name(references)] !== undefined) === wanted;
  }

  #comparison(): Condition {
    const left = this.#operand();
    if (this.#skip("IN")) {
      this.#take("(");
      const choices = this.#list(() => this.#operand());
      this.#take(")");
      return (item, references) => {
        const value = left(item, references);
        return value !== undefined && choices.some((choice) => choice(item, references) === value);
      };
    }
    const compare = comparisons[this.#next()];
    if (!compare) throw this.#unknown();
    const right = this.#operand();
    return (item, references) => {
      const value = left(item, references);
      // An attribute that is not there meets no comparison.
      return value !== undefined && compare(value, right(item, references));
    };
  }

  #sum(): Evaluate<unknown> {
    const terms = this.#joined("+", () => this.#operand());
    const [only, ...more] = terms;
    if (only && more.length === 0) return only;
    return (item, references) =>
      terms.reduce((sum, term) => sum + Number(term(item, references)), 0);
  }

  #operand(): Evaluate<unknown> {
    if (this.#skip("if_not_exists")) {
      this.#take("(");
      const name = this.#name();
      this.#take(",");
      const value = this.#operand();
      this.#take(")");
      return (item, references) => item[name(references)] ?? value(item, references);
    }
    const token = this.#next();
    if (token.startsWith(":")) return (_item, { values }) => values[token];
    const name = nameOf(token);
    return (item, references) => item[name(references)];
  }

  #name(): (references: References) => string {
    return nameOf(this.#next());
  }

  #list<T>(read: () => T): readonly T[] {
    return this.#joined(",", read);
  }

  #joined<T>(separator: string, read: () => T): readonly T[] {
    const items = [read()];
    while (this.#skip(separator)) items.push(read());
    return items;
  }

  #skip(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }

  #take(token: string): void {
    if (!this.#skip(token)) throw this.#unknown();
  }

  #next(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw this.#unknown();
    this.#at += 1;
    return token;
  }

  #end(): void {
    if (this.#at < this.#tokens.length) throw this.#unknown();
  }

  #unknown(): SyntaxError {
    return new SyntaxError(`The model of the table cannot read: ${this.#tokens.join(" ")}`);
  }
}

function nameOf(token: string): (references: References) => string {
  if (!token.startsWith("#")) return () => token;
  return ({ names }) => names[token] ?? token;
}
