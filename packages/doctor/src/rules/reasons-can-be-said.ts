import type { Rule } from "../mistake.ts";

/** In every locale callers can say every reason, and no other. */
export const reasonsCanBeSaid: Rule = function* ({ environments, reasons }) {
  if (!environments.skill) return;
  for (const [locale, heard] of Object.entries(reasons.heard)) {
    const place = `interaction model ${locale}`;
    for (const id of reasons.ids.filter((each) => !heard.includes(each))) {
      yield { part: "skill", place, problem: `has no words for the reason "${id}"` };
    }
    for (const id of heard.filter((each) => !reasons.ids.includes(each))) {
      const problem = `hears the reason "${id}", which is not in call-form.json: the skill would refuse it`;
      yield { part: "skill", place, problem };
    }
  }
};
