import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The ASK CLI's own memory of a project: which skill each profile deployed. */
export const statesFile = ".ask/ask-states.json";

interface AskStates {
  readonly askcliStatesVersion: string;
  readonly profiles: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const noStates: AskStates = { askcliStatesVersion: "2020-03-31", profiles: {} };

/** What the ASK CLI left in a project's folder; nothing yet when it was never there. */
export function readAskStates(folder: string): AskStates {
  try {
    return JSON.parse(readFileSync(join(folder, statesFile), "utf8"));
  } catch {
    return noStates;
  }
}

/** The skill that a profile deployed. */
export function deployedSkillId(states: AskStates, profile: string): string | undefined {
  const skillId = states.profiles[profile]?.skillId;
  return typeof skillId === "string" && skillId !== "" ? skillId : undefined;
}

/** The same with this skill as the profile's: the ASK CLI then updates it instead of making another. */
export function withSkillId(states: AskStates, profile: string, skillId: string): AskStates {
  const profiles = { ...states.profiles, [profile]: { ...states.profiles[profile], skillId } };
  return { ...states, profiles };
}
