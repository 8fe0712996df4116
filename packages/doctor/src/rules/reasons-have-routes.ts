import type { Mistake, Rule } from "../mistake.ts";
import { type RoutesOfPart, routesOf } from "../routes.ts";

/** The way out where a caller's reason is none of the others; it may go where everything else goes. */
const wayOut = "other";

/** Every reason has a rule. */
export const reasonsHaveRoutes: Rule = function* (configuration) {
  for (const routed of routesOf(configuration)) {
    yield* unroutedReasons(routed, configuration.reasons.ids);
  }
};

function* unroutedReasons(
  { part, routes: { rules } }: RoutesOfPart,
  ids: readonly string[],
): Iterable<Mistake> {
  const routed = rules.flatMap(({ when }) =>
    Object.keys(when).length === 0 ? ids : (when.reason ?? []),
  );
  for (const id of ids) {
    if (id === wayOut || routed.includes(id)) continue;
    yield {
      part,
      place: "ROUTES",
      problem: `has no rule for the reason "${id}"; if it is to go where everything else goes, let a rule say so`,
    };
  }
}
