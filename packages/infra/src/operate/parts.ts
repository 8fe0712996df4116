/** What is put back and rerouted: the Lambdas behind an alias, by the names of their packages. */
export const parts = [
  "skill",
  "sma-handler",
  "connect-handler",
  "context-api",
  "call-events",
] as const;
export type Part = (typeof parts)[number];

/** Stack and construct of each; CloudFormation makes the function's name of them. */
const named: Readonly<Record<Part, readonly [stack: string, construct: string]>> = {
  skill: ["Skill", "Skill"],
  "sma-handler": ["Sma", "SmaHandler"],
  "connect-handler": ["Connect", "ConnectHandler"],
  "context-api": ["ContextApi", "ContextApi"],
  "call-events": ["CallEvents", "CallEvents"],
};

/** How the name of a part's function begins: `SkillCall-Sma-prod-SmaHandlerFunction`. */
export function functionNamePrefix(part: Part, stage: string): string {
  const [stack, construct] = named[part];
  return `SkillCall-${stack}-${stage}-${construct}Function`;
}
