import type { Settings } from "./settings.ts";

/** The ASK CLI's name for what it reads from the environment instead of a profile of this machine. */
const environmentProfile = "__ENVIRONMENT_ASK_PROFILE__";

export interface Packaged {
  /** As seen from where the command was typed. */
  readonly folder: string;
  /** The way back from there. */
  readonly back: string;
  readonly settings: Settings;
  readonly skillId: string | undefined;
  /** Where the ASK CLI deploys the Lambda, if it does. */
  readonly lambdaRegion: string | undefined;
  /** In the project of a team that installs this package, not in this repository. */
  readonly inProject: boolean;
  readonly warnings: readonly string[];
}

/** What to run now, and what to come back with. */
export function whatNext(packaged: Packaged): string[] {
  const { folder, back, settings, skillId, lambdaRegion, warnings } = packaged;
  const { profile, lambdaArn } = settings;
  const endpoint = lambdaRegion
    ? `its Lambda in ${lambdaRegion}`
    : (lambdaArn ?? "no endpoint yet");
  const target = lambdaRegion ? "" : " --target skill-metadata";
  const option = profile === "default" ? "" : ` --profile ${profile}`;
  return [
    `${folder} is ready: ${skillId ?? "a new skill"}, ${endpoint}.`,
    ...section("Certification would refuse it as it is (for your own tests it will do):", warnings),
    "",
    "Deploy it:",
    "",
    `  cd ${typed(folder)}`,
    "  npm install    # once: the ASK CLI, with the antlr4ts without which it crashes",
    ...signIn(packaged, option),
    `  npx ask-cli deploy${target}${option}`,
    `  cd ${typed(back)}`,
    "",
    ...after(packaged),
  ];
}

/** Without a terminal `configure` would wait for ever: there the shell checks what the environment has to hold. */
function signIn({ settings: { profile }, lambdaRegion }: Packaged, option: string): string[] {
  const [link, keys] = lambdaRegion
    ? ["link the AWS account of the Lambda", "of the AWS account of the Lambda"]
    : ["link no AWS account", "only have to be there: any value"];
  if (profile !== environmentProfile)
    return [`  npx ask-cli configure${option}    # once on this machine: signs you in; ${link}`];
  return [
    `  : ${["ASK_REFRESH_TOKEN", "ASK_VENDOR_ID"].map(needed).join(" ")}    # signs you in`,
    `  : ${["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"].map(needed).join(" ")}    # ${keys}`,
  ];
}

/** Ends the shell where the variable is not set. */
function needed(variable: string): string {
  return `"$\{${variable}:?}"`;
}

/** As a shell takes it: quoted where it has to be. */
function typed(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `- ${line}`)];
}

function after({ settings: { lambdaArn }, lambdaRegion, skillId, inProject }: Packaged): string[] {
  if (lambdaArn ?? lambdaRegion) return ["Then try it in the developer console, under Test."];
  if (inProject)
    return [
      "Its Lambda goes along with --with-lambda (`npm run deploy`); for one that is deployed otherwise, run this",
      "again with --lambda-arn <its ARN>.",
    ];
  const id = skillId ?? "the ID that it prints";
  return [
    `Then deploy the skill's stack with ${id}, and run this again with`,
    "--lambda-arn <its output SkillLambdaArn> (docs/deploy/skill-team.md).",
  ];
}
