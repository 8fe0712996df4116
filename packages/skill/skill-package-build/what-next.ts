import type { Settings } from "./settings.ts";

export interface Packaged {
  /** As seen from where the command was typed. */
  readonly folder: string;
  /** The way back from there. */
  readonly back: string;
  readonly settings: Settings;
  readonly skillId: string | undefined;
  readonly warnings: readonly string[];
}

/** What to run now, and what to come back with. */
export function whatNext({ folder, back, settings, skillId, warnings }: Packaged): string[] {
  const { profile, lambdaArn } = settings;
  const option = profile === "default" ? "" : ` --profile ${profile}`;
  return [
    `${folder} is ready: ${skillId ?? "a new skill"}, ${lambdaArn ?? "no endpoint yet"}.`,
    ...section("Certification would refuse it as it is (for your own tests it will do):", warnings),
    "",
    "Deploy it:",
    "",
    `  cd ${typed(folder)}`,
    "  npm install    # once: the ASK CLI, with the antlr4ts without which it crashes",
    `  npx ask-cli configure${option}    # once on this machine: signs you in; link no AWS account`,
    `  npx ask-cli deploy --target skill-metadata${option}`,
    `  cd ${typed(back)}`,
    "",
    ...after(settings, skillId),
  ];
}

/** As a shell takes it: quoted where it has to be. */
function typed(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `- ${line}`)];
}

function after({ lambdaArn }: Settings, skillId: string | undefined): string[] {
  if (lambdaArn !== undefined) return ["Then try it in the developer console, under Test."];
  const id = skillId ?? "the ID that it prints";
  return [
    `Then deploy the skill's stack with ${id}, and run this again with`,
    "--lambda-arn <its output SkillLambdaArn> (docs/deploy/skill-team.md).",
  ];
}
