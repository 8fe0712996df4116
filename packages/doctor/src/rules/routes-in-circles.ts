import { dialInNumbers } from "../dial-in-numbers.ts";
import type { Rule } from "../mistake.ts";
import { destinationsOf } from "../routes.ts";

/** No route leads back to where it began. */
export const routesInCircles: Rule = function* (configuration) {
  const numbers = dialInNumbers(configuration);
  for (const { place, destination } of destinationsOf(configuration)) {
    if (destination.number === undefined || !numbers.includes(destination.number)) continue;
    yield {
      part: "sma-handler",
      place,
      problem:
        "is the SIP media application's own dial-in number: the call would come back to it, over and over; take the number of somebody who answers",
    };
  }
};
