import { readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { OpenParts } from "@skill-call/emulation";
import type { Environment } from "@skill-call/lambda-runner";
import { createTable, startLocalDynamoDb } from "@skill-call/local-dynamodb";
import { CommandError, eachLine, existingFile, type Output } from "@skill-call/terminal";
import { Command, Option } from "commander";
import { parse } from "dotenv";
import { InvalidModelError, SkillPackageError, UnknownLocaleError } from "../alexa-error.ts";
import { openHostedResources } from "../hosted/hosted-resources.ts";
import { languageOf } from "../languages/language-of.ts";
import { readSkillPackage } from "../skill-package/read-skill-package.ts";
import type { SkillPackage } from "../skill-package/skill-package.ts";
import type { Alexa } from "../start-alexa.ts";
import { testAlexa } from "../test-alexa.ts";
import { type Settings, settingsFile } from "./settings-file.ts";
import { handlerOf, skillBeside } from "./skill-place.ts";
import { conversationHelp, TypedConversation } from "./typed-conversation.ts";

const examples = `
Without --model, the skill package of this folder is taken, and without --skill the code beside it.

While you talk:
${conversationHelp.map((line) => `  ${line}`).join("\n")}

Examples:
  $ npx alexa-emulator                                                 # in the folder of a skill
  $ npx alexa-emulator --skill ./index.js --model ./skill-package
  $ npx alexa-emulator --model ./models/de-DE.json --skill ./lambda/custom/index.js
  $ npx alexa-emulator --device screen --settings alexa.json --table my-skill
  $ printf 'open space facts\\nstop\\n' | npx alexa-emulator --json | jq .speech

An alexa.json says who speaks, and to which device:
  {
    "customer": { "givenName": "Anna", "email": "anna@example.com", "permissions": ["alexa::profile:email:read"] },
    "device": { "timeZone": "America/Los_Angeles", "address": { "postalCode": "98109", "countryCode": "US" } }
  }`;

interface AlexaCommandOptions {
  readonly skill?: string;
  readonly handler?: string;
  readonly model: string;
  readonly locale?: string;
  readonly device?: "speaker" | "screen";
  readonly settings?: string;
  readonly envFile?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly table: readonly string[];
  readonly hosted?: true;
  readonly json?: true;
}

/** @param input where the utterances come from, one a line */
export function alexaCommand(output: Output, input: Readable): Command {
  const command = new Command("alexa-emulator")
    .description(
      "Talk to your own Alexa skill by text: the code as it is, in place of Amazon's cloud",
    )
    .option("--model <path>", "folder skill-package or models, or one interaction model", ".")
    .option("--skill <file>", "the skill's code: JavaScript, TypeScript or Python")
    .option("--handler <name>", "the exported function: handler, index.handler")
    .option("--locale <locale>", "language you speak, such as de-DE; the first of the models")
    .addOption(
      new Option("--device <kind>", "what the device can do").choices(["speaker", "screen"]),
    )
    .option("--settings <file>", "who speaks, and to which device: a JSON file")
    .option("--env-file <file>", "variables of the skill's Lambda function: a .env file")
    .option("--env <NAME=value>", "one more variable; repeatable", collectVariable)
    .option(
      "--table <name[:key]>",
      "a DynamoDB table that is there, with its partition key (id); repeatable",
      (table: string, before: readonly string[]) => [...before, table],
      [],
    )
    .option("--hosted", "what an Alexa-hosted skill finds: a bucket of S3, and a table")
    .option("--json", "print one JSON line for each turn")
    .addHelpText("after", examples)
    .action(() => run(command.opts<AlexaCommandOptions>(), output, input));
  return command;
}

function collectVariable(given: string, before: Readonly<Record<string, string>> = {}) {
  const [, name, value = ""] = /^(\w+)=(.*)$/s.exec(given) ?? [];
  if (name === undefined) throw new CommandError(`--env takes NAME=value, not ${given}.`);
  return { ...before, [name]: value };
}

async function run(options: AlexaCommandOptions, output: Output, input: Readable): Promise<void> {
  const settings = options.settings === undefined ? {} : await settingsFile(options.settings);
  const skillPackage = packageOf(options);
  const parts = new OpenParts();
  try {
    const dynamoDb = parts.keep(await startLocalDynamoDb());
    for (const table of options.table) await createTable(dynamoDb.endpoint, tableOf(table));
    const environment = {
      AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
      ...(options.hosted && (await openHostedResources(dynamoDb.endpoint, parts))),
    };
    const surroundings = { settings, output, environment };
    const alexa = parts.keep(await openAlexa(options, surroundings));
    if (!options.json) output.print(...greeting(skillPackage, options));
    const conversation = new TypedConversation(alexa, output, { json: options.json ?? false });
    await eachLine(input, output, (line) => conversation.take(line));
    if (conversation.hasProblem && !isTerminal(input)) process.exitCode = 1;
  } finally {
    await parts.close();
  }
}

function isTerminal(input: Readable & { readonly isTTY?: boolean }): boolean {
  return input.isTTY === true;
}

interface Surroundings {
  readonly settings: Settings;
  readonly output: Output;
  /** Where the skill finds what it keeps things in. */
  readonly environment: Environment;
}

function openAlexa(
  options: AlexaCommandOptions,
  { settings, output, environment }: Surroundings,
): Promise<Alexa> {
  const { customer, device, person, skillId, consent, purchase } = settings;
  const { colors } = output.terminal;
  const { file, handler } = placeOf(options);
  return testAlexa({
    skill: file,
    handler: options.handler ?? handler,
    skillPackage: options.model,
    reload: true,
    environment: { ...environment, ...variables(options) },
    log: ({ line }) => {
      output.note(colors.dim(`[skill] ${line}`));
      if (/Requested resource not found/.test(line)) output.note(missingTable(line));
    },
    ...(options.locale !== undefined && { locale: options.locale }),
    ...withoutGaps({ customer, person, skillId, consent, purchase }),
    device: { ...device, ...(options.device && { interfaces: options.device }) },
  }).catch(mendable);
}

function placeOf({ skill, model }: AlexaCommandOptions) {
  if (skill === undefined) return skillBeside(model);
  const file = existingFile(skill);
  return { file, handler: handlerOf(file) };
}

function variables({ envFile, env }: AlexaCommandOptions): Record<string, string> {
  return {
    ...(envFile !== undefined && parse(readFileSync(existingFile(envFile)))),
    ...env,
  };
}

function packageOf({ model, locale }: AlexaCommandOptions): SkillPackage {
  try {
    return readSkillPackage(model, locale);
  } catch (error) {
    if (model !== "." || !(error instanceof SkillPackageError)) return mendable(error);
    throw new CommandError(`${error.message}\n${whatNext}`, { cause: error });
  }
}

const whatNext = `Start it in the folder of a skill, or say where its models and its code are:
  npx alexa-emulator --model ./skill-package --skill ./lambda/index.js
--help shows more.`;

/** What the user can mend is said in one line. */
function mendable(error: unknown): never {
  const isTheirs =
    error instanceof SkillPackageError ||
    error instanceof InvalidModelError ||
    error instanceof UnknownLocaleError;
  throw isTheirs ? new CommandError(error.message, { cause: error }) : error;
}

/** A table that the skill does not make itself is there in AWS, and not here. */
function missingTable(line: string): string {
  const [, name = "<name>"] = /table \(?"?([\w.-]+)/.exec(line) ?? [];
  return `A DynamoDB table is missing: start again with --table ${name}, or --table ${name}:<partition key>.`;
}

function tableOf(given: string) {
  const [name = "", key = "id"] = given.split(":");
  return {
    TableName: name,
    AttributeDefinitions: [{ AttributeName: key, AttributeType: "S" as const }],
    KeySchema: [{ AttributeName: key, KeyType: "HASH" as const }],
  };
}

function greeting({ models }: SkillPackage, { locale }: AlexaCommandOptions): string[] {
  const [first = "en-US"] = models.keys();
  const spoken = locale ?? first;
  const model = models.get(spoken) as
    | { readonly interactionModel?: { readonly languageModel?: { invocationName?: string } } }
    | undefined;
  const name = model?.interactionModel?.languageModel?.invocationName ?? "your skill";
  return [
    `You are at an Alexa device that speaks ${spoken}. Type what you would say; /help shows more, /quit leaves.`,
    `Say, for instance: ${languageOf(spoken).invocation.verbs[0]} ${name}`,
    "",
  ];
}

function withoutGaps<Values extends object>(values: Values) {
  const there = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(there) as {
    [Name in keyof Values]?: NonNullable<Values[Name]>;
  };
}
