import type { Rule } from "../mistake.ts";

/** The skill calls the number that the SIP media application answers. */
export const dialInNumbersAgree: Rule = function* ({ dialInNumber, environments }) {
  const { CALL_STARTER, SMA_PHONE_NUMBER } = environments.skill ?? {};
  if (CALL_STARTER !== "skill-call" || dialInNumber === undefined) return;
  if (SMA_PHONE_NUMBER === undefined || SMA_PHONE_NUMBER === dialInNumber) return;
  yield {
    part: "skill",
    place: "SMA_PHONE_NUMBER",
    problem:
      "is not the number of the SIP media application here (sma.phoneNumber): calls would end elsewhere",
  };
};
