import type { Mistake, Rule } from "../mistake.ts";
import { type Routes, routesOf } from "../routes.ts";

/** The way out where a caller's reason is none of the others; it may go where everything else goes. */
const wayOut = "other";

/** Every reason has a rule, and every rule's reason can be a caller's. */
export const reasonsHaveRoutes: Rule = function* (configuration) {
  const routes = routesOf(configuration);
  if (!routes) return;
  yield* unroutedReasons(routes, configuration.reasons.ids);
  yield* unknownReasons(routes, configuration.reasons.ids);
};

function* unroutedReasons({ rules }: Routes, ids: readonly string[]): Iterable<Mistake> {
  const routed = rules.flatMap(({ when }) =>
    Object.keys(when).length === 0 ? ids : (when.reason ?? []),
  );
  for (const id of ids) {
    if (id === wayOut || routed.includes(id)) continue;
    yield {
      part: "sma-handler",
      place: "ROUTES",
      problem: `has no rule for the reason "${id}"; if it is to go where everything else goes, let a rule say so`,
    };
  }
}

function* unknownReasons({ rules }: Routes, ids: readonly string[]): Iterable<Mistake> {
  for (const [index, { when }] of rules.entries()) {
    for (const reason of when.reason ?? []) {
      if (ids.includes(reason)) continue;
      yield {
        part: "sma-handler",
        place: `ROUTES at rules[${index}].when.reason`,
        problem: `"${reason}" is no reason of call-form.json: no call will ever have it; known: ${ids.join(", ")}`,
      };
    }
  }
}
