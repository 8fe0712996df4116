import type { Configuration } from "../configuration.ts";
import { dialInNumbers } from "../dial-in-numbers.ts";
import type { Rule } from "../mistake.ts";
import { destinationsOf } from "../routes.ts";

/** No route leads back to where it began. */
export const routesInCircles: Rule = function* (configuration) {
  const circles = {
    "sma-handler": {
      numbers: dialInNumbers(configuration),
      whose: "the SIP media application's own dial-in number",
    },
    "connect-handler": {
      numbers: sourceNumbers(configuration),
      whose: "the number that callbacks come from",
    },
  };
  for (const { part, place, destination } of destinationsOf(configuration)) {
    const { numbers, whose } = circles[part];
    if (destination.number === undefined || !numbers.includes(destination.number)) continue;
    const problem = `is ${whose}: the call would come back to it, over and over; take the number of somebody who answers`;
    yield { part, place, problem };
  }
};

/** The number of the instance that a skill's callbacks come from, as far as this configuration says. */
function sourceNumbers({ environments }: Configuration): readonly string[] {
  const { CALL_STARTER, CONNECT_SOURCE_NUMBER } = environments.skill ?? {};
  return CALL_STARTER === "connect" && CONNECT_SOURCE_NUMBER ? [CONNECT_SOURCE_NUMBER] : [];
}
