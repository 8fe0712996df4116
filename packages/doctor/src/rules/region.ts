import type { Rule } from "../mistake.ts";

/** Skill calling exists in North America only; of its Regions these have SIP media applications. */
const regions = ["us-east-1", "us-west-2"];

/** Amazon Connect is in other Regions, too. */
const elsewhere = ["connect", "connect-task"];

/** The Region has what a skill call needs. */
export const region: Rule = function* ({ environments, region: here }) {
  if (here === undefined || regions.includes(here)) return;
  const { CALL_STARTER = "" } = environments.skill ?? {};
  for (const part of ["skill", "sma-handler"] as const) {
    if (!environments[part]) continue;
    if (part === "skill" && elsewhere.includes(CALL_STARTER)) continue;
    yield {
      part,
      place: "region",
      problem: `${here} has no skill calling; take ${regions.join(" or ")}`,
    };
  }
};
