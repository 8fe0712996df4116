import { teamFieldName } from "./field-of.ts";
import { filedFields } from "./filed-fields.ts";
import type { RoutableContext, Rule } from "./routes.ts";
import { RuleGroup } from "./rule-group.ts";
import { whenMatches } from "./when-matches.ts";

/**
 * Finds the first rule that matches without walking through all of them: rules are filed by the fields that they
 * ask for and the values that they want, so that a call costs one look-up for each set of fields.
 */
export class RuleIndex {
  readonly #rules: readonly Rule[];
  /** Of rules that are filed by some of their conditions only: the others still have to be compared. */
  readonly #isPartlyFiled: Uint8Array;
  /** Groups that every context may match. */
  readonly #common: RuleGroup[] = [];
  /** The others, by a team's field that a context must have. */
  readonly #byTeamField = new Map<string, RuleGroup[]>();
  /** The first rule that matches every context; those behind it never count. */
  #always: number;

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
    this.#isPartlyFiled = new Uint8Array(rules.length);
    this.#always = rules.length;
    this.#sort(this.#grouped(rules));
  }

  /** Index of the first rule that matches; `undefined` where none does. */
  first(context: RoutableContext): number | undefined {
    let first = this.#always;
    for (const group of this.#common) first = this.#firstIn(group, context, first);
    if (this.#byTeamField.size > 0) {
      for (const name of Object.keys(context)) {
        for (const group of this.#byTeamField.get(name) ?? []) {
          first = this.#firstIn(group, context, first);
        }
      }
    }
    return first < this.#rules.length ? first : undefined;
  }

  #firstIn(group: RuleGroup, context: RoutableContext, before: number): number {
    for (const index of group.find(context)) {
      if (index >= before) return before;
      if (this.#isPartlyFiled[index] === 0 || this.#matches(index, context)) return index;
    }
    return before;
  }

  #matches(index: number, context: RoutableContext): boolean {
    return whenMatches(this.#rules[index]?.when ?? {}, context);
  }

  #grouped(rules: readonly Rule[]): readonly RuleGroup[] {
    const groups = new Map<string, RuleGroup>();
    const isWhole = (index: number) => this.#isPartlyFiled[index] === 0;
    // Rules that stand together mostly ask for the same fields.
    let group = new RuleGroup([]);
    for (const [index, { when }] of rules.entries()) {
      const fields = Object.keys(when);
      if (fields.length === 0) {
        this.#always = index;
        break;
      }
      const filed = filedFields(when);
      if (filed.length < fields.length) this.#isPartlyFiled[index] = 1;
      if (!isSame(filed, group.fields)) group = groupOf(filed, groups);
      group.add(index, when, isWhole);
    }
    return [...groups.values()];
  }

  /** A group with fields of a team is looked at only where the context has the rarest of these. */
  #sort(groups: readonly RuleGroup[]): void {
    const uses = new Map<string, number>();
    for (const name of groups.flatMap(teamFieldsOf)) uses.set(name, (uses.get(name) ?? 0) + 1);
    for (const group of groups) {
      const [rarest] = teamFieldsOf(group).sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0));
      if (rarest === undefined) this.#common.push(group);
      else this.#byTeamField.set(rarest, [...(this.#byTeamField.get(rarest) ?? []), group]);
    }
  }
}

function groupOf(fields: readonly string[], groups: Map<string, RuleGroup>): RuleGroup {
  const name = fields.join(" ");
  const group = groups.get(name) ?? new RuleGroup(fields);
  groups.set(name, group);
  return group;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((field, index) => field === others[index]);
}

function teamFieldsOf({ fields }: RuleGroup): string[] {
  return fields.flatMap((field) => teamFieldName(field) ?? []);
}
