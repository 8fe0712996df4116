import { fieldOf } from "./field-of.ts";
import type { RoutableContext, When } from "./routes.ts";

type Value = string | boolean;
/** Indexes of rules, the first first. */
type Filed = number[];
/** Rules by the value of one field, and then by that of the next one; none by `undefined`, which a context may have. */
type Shelf = Map<Value | undefined, Shelf | Filed>;

/** Conditions of a rule, by any field. */
export type Conditions = { readonly [field: string]: Value | readonly Value[] | undefined };

/**
 * Rules that ask for the same fields, filed by the values that they want: one look-up a field finds those that match.
 * It is filled while a Lambda starts, so one value a field, the usual case, is filed without a step more than it takes.
 */
export class RuleGroup {
  readonly fields: readonly string[];
  readonly #shelf: Shelf = new Map();

  constructor(fields: readonly string[]) {
    this.fields = fields;
  }

  /** @param isWhole whether the rule has no further condition: then no later one counts that wants the same */
  add(index: number, when: When, isWhole: (index: number) => boolean): void {
    this.#put({ index, when, isWhole }, this.#shelf, 0);
  }

  /** The rules that want what the context has in the fields of this group. */
  find(context: RoutableContext): readonly number[] {
    let shelf = this.#shelf;
    for (const field of this.fields) {
      const there = shelf.get(fieldOf(field, context));
      if (there === undefined) return [];
      if (!(there instanceof Map)) return there;
      shelf = there;
    }
    return [];
  }

  #put(rule: NewRule, shelf: Shelf, level: number): void {
    const conditions: Conditions = rule.when;
    const wanted = conditions[this.fields[level] ?? ""];
    if (typeof wanted === "object") {
      for (const value of wanted) this.#putAt(value, rule, { shelf, level });
    } else if (wanted !== undefined) {
      this.#putAt(wanted, rule, { shelf, level });
    }
  }

  #putAt(value: Value, rule: NewRule, { shelf, level }: Place): void {
    const there = shelf.get(value);
    if (level + 1 < this.fields.length) {
      this.#put(rule, there instanceof Map ? there : newShelf(value, shelf), level + 1);
    } else if (!Array.isArray(there)) {
      shelf.set(value, [rule.index]);
    } else if (!there.some(rule.isWhole)) {
      there.push(rule.index);
    }
  }
}

interface NewRule {
  readonly index: number;
  readonly when: When;
  readonly isWhole: (index: number) => boolean;
}

interface Place {
  readonly shelf: Shelf;
  readonly level: number;
}

function newShelf(value: Value, within: Shelf): Shelf {
  const shelf: Shelf = new Map();
  within.set(value, shelf);
  return shelf;
}
