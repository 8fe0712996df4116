import type { Rule } from "../mistake.ts";
import { destinationsOf } from "../routes.ts";

/** Voice Connectors are in the Region of the SIP media application that calls them. */
export const voiceConnectorRegion: Rule = function* (configuration) {
  const { region } = configuration;
  if (region === undefined) return;
  for (const { place, destination } of destinationsOf(configuration)) {
    const there = destination.arn?.split(":")[3];
    if (there === undefined || there === region) continue;
    yield {
      part: "sma-handler",
      place: `${place}.arn`,
      problem: `is a Voice Connector in ${there}, and the SIP media application is in ${region}; take one of the same Region`,
    };
  }
};
