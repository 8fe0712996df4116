import type { Rule } from "../mistake.ts";

/** Skill calling exists in North America only; of its Regions these have SIP media applications. */
const regions = ["us-east-1", "us-west-2"];

/** The Region has what a skill call needs. */
export const region: Rule = function* ({ environments, region: here }) {
  if (here === undefined || regions.includes(here)) return;
  for (const part of ["skill", "sma-handler"] as const) {
    if (!environments[part]) continue;
    yield {
      part,
      place: "region",
      problem: `${here} has no skill calling; take ${regions.join(" or ")}`,
    };
  }
};
