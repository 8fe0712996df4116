import type { Destination } from "./destination.ts";
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
  readonly routes: Routes;
  /** The destinations of a call: those of the first rule that matches, else `otherwise`. */
  route(context: RoutableContext | undefined): Route;
  /** The destinations of a rule; none where the document has no such rule. */
  destinationsOf(rule: RuleName): readonly Destination[];
}

/** Files the rules of a document, once, so that a call costs the same however many there are. */
export function createRoutingTable(routes: Routes): RoutingTable {
  const index = new RuleIndex(routes.rules);
  return tableOf({
    routes: () => routes,
    destinationsOf: (rule) =>
      rule === "otherwise" ? routes.otherwise : (routes.rules[rule]?.to ?? []),
    first: (context) => index.first(context),
  });
}

/** What a table is made of, however its rules are kept. */
export interface RulesKept {
  routes(): Routes;
  destinationsOf(rule: RuleName): readonly Destination[];
  /** Index of the first rule that matches; `undefined` where none does. */
  first(context: RoutableContext): number | undefined;
}

export function tableOf({ routes, destinationsOf, first }: RulesKept): RoutingTable {
  return {
    get routes() {
      return routes();
    },
    destinationsOf,
    route: (context) => {
      const rule = (context && first(context)) ?? "otherwise";
      return { rule, destinations: destinationsOf(rule) };
    },
  };
}
