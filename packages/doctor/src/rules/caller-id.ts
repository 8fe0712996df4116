import { dialInNumbers } from "../dial-in-numbers.ts";
import type { Rule } from "../mistake.ts";

/** The caller ID is a number of its own. */
export const callerId: Rule = function* (configuration) {
  const { CALLER_ID_NUMBER } = configuration.environments["sma-handler"] ?? {};
  if (CALLER_ID_NUMBER === undefined) return;
  if (!dialInNumbers(configuration).includes(CALLER_ID_NUMBER)) return;
  yield {
    part: "sma-handler",
    place: "CALLER_ID_NUMBER",
    problem:
      "is the SIP media application's own dial-in number: people who call back the number on their display reach it without a context; take another number of your account",
  };
};
