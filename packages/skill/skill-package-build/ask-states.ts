import { existsSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { readDocument } from "./arguments.ts";

/** The ASK CLI's own memory of a project: which skill each profile deployed. */
export const statesFile = ".ask/ask-states.json";

const statesSchema = v.looseObject({
  profiles: v.optional(
    v.record(v.string(), v.looseObject({ skillId: v.optional(v.string()) })),
    {},
  ),
});

type AskStates = v.InferOutput<typeof statesSchema>;

/**
 * What the ASK CLI left in a project's folder; nothing yet when it was never there.
 * @throws {TypeError} when it cannot be understood: taken for nothing, the ASK CLI would make a second skill
 */
export function readAskStates(folder: string): AskStates {
  const file = join(folder, statesFile);
  if (!existsSync(file)) return { askcliStatesVersion: "2020-03-31", profiles: {} };
  const { success, output } = v.safeParse(statesSchema, readDocument(file));
  if (!success) throw new TypeError(`${file} is not the ASK CLI's`);
  return output;
}

/** The skill that a profile deployed. */
export function deployedSkillId({ profiles }: AskStates, profile: string): string | undefined {
  return profiles[profile]?.skillId || undefined;
}

/** The same with this skill as the profile's: the ASK CLI then updates it instead of making another. */
export function withSkillId(states: AskStates, profile: string, skillId: string): AskStates {
  const { profiles } = states;
  return { ...states, profiles: { ...profiles, [profile]: { ...profiles[profile], skillId } } };
}
