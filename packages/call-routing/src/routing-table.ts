import type { Destination } from "./destination.ts";
import { type DocumentUses, usesOf } from "./document-uses.ts";
import type { RoutableContext, Routes } from "./routes.ts";
import { RuleIndex } from "./rule-index.ts";

/** Index of the rule in the ROUTES document, or `otherwise`. */
export type RuleName = number | "otherwise";

/** Where a call goes, and the rule that says so. */
export interface Route {
  readonly rule: RuleName;
  readonly destinations: readonly Destination[];
}

/** A ROUTES document, ready to route by. */
export interface RoutingTable {
  /** The team's own name of this state of the document. */
  readonly version?: string;
  readonly routes: Routes;
  readonly uses: DocumentUses;
  /** The destinations of a call: those of the first rule that matches, else `otherwise`. */
  route(context: RoutableContext | undefined): Route;
  /** The destinations of a rule; none where the document has no such rule. */
  destinationsOf(rule: RuleName): readonly Destination[];
}

/** Files the rules of a document, once, so that a call costs the same however many there are. */
export function createRoutingTable(routes: Routes): RoutingTable {
  const index = new RuleIndex(routes.rules);
  let uses: DocumentUses | undefined;
  return tableOf({
    ...(routes.version !== undefined && { version: routes.version }),
    routes: () => routes,
    uses: () => {
      uses ??= usesOf(routes);
      return uses;
    },
    destinationsOf: (rule) =>
      rule === "otherwise" ? routes.otherwise : (routes.rules[rule]?.to ?? []),
    first: (context) => index.first(context),
  });
}

/** What a table is made of, however its rules are kept. */
export interface RulesKept {
  readonly version?: string;
  routes(): Routes;
  uses(): DocumentUses;
  destinationsOf(rule: RuleName): readonly Destination[];
  /** Index of the first rule that matches; `undefined` where none does. */
  first(context: RoutableContext): number | undefined;
}

export function tableOf(kept: RulesKept): RoutingTable {
  const { version, destinationsOf, first } = kept;
  return {
    ...(version !== undefined && { version }),
    get routes() {
      return kept.routes();
    },
    get uses() {
      return kept.uses();
    },
    destinationsOf,
    route: (context) => {
      const rule = (context && first(context)) ?? "otherwise";
      return { rule, destinations: destinationsOf(rule) };
    },
  };
}
