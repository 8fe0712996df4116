import type { Settings } from "./settings.ts";

/** The skill to update (none yet: the ASK CLI makes one), or why it cannot be told which. */
export type KnownSkill =
  | { readonly skillId: string | undefined; readonly mistake?: never }
  | { readonly mistake: string; readonly skillId?: never };

/** Brings together the skill that is asked for and the one that was deployed from this folder. */
export function knownSkill(settings: Settings, deployed: string | undefined): KnownSkill {
  const { skillId = deployed, lambdaArn } = settings;
  if (deployed !== undefined && skillId !== deployed)
    return {
      mistake: `skillId: this folder deploys ${deployed}; take another one with --out, or leave --skill-id out`,
    };
  if (lambdaArn !== undefined && skillId === undefined)
    return {
      mistake:
        "skillId: is missing. The Lambda of this ARN admits one skill; without its ID the ASK CLI would make a second",
    };
  return { skillId };
}
