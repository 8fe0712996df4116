import { readFile } from "node:fs/promises";
import util from "node:util";
import {
  AwsNotAskedError,
  askAws,
  examine,
  examineIssuer,
  type FetchDocument,
  type Mistake,
  type Part,
  parts,
  type ReadDeployment,
  readDeployment,
  readEnvironment,
} from "@skill-call/doctor";
import type { Output } from "@skill-call/terminal";
import { CommandError, existingFile, versionLine } from "@skill-call/terminal";
import { Command, Option } from "commander";
import { type Checkout, findCheckout } from "../doctor/checkout.ts";
import { reportProblem } from "../report-problem.ts";
import { type DoctorReport, doctorStory } from "../story/doctor-story.ts";

const examples = (pnpm: string) => `
Examples:
  $ ${pnpm} run doctor                                          # packages/infra/deployment.json
  $ ${pnpm} run doctor --file prod.json --json                  # another document, for a script
  $ ${pnpm} run doctor --part sma-handler --env-file .env       # one Lambda's variables
  $ ${pnpm} run doctor --live                                   # and what is deployed
  $ ${pnpm} run doctor --part skill                             # the variables of this shell
  $ ${pnpm} run doctor --file packages/infra/deployment.example.json --allow-samples   # is the example whole?

Exits with 0 if nothing is wrong, with 1 if there are mistakes, with 2 if it could not look.`;

interface DoctorOptions {
  readonly file?: string;
  readonly envFile?: string;
  readonly part?: readonly Part[];
  readonly allowSamples?: true;
  readonly online?: true;
  readonly live?: true;
  readonly json?: true;
}

/** Exit codes, for CI. */
const mistaken = 1;
const couldNotLook = 2;

/** @param pnpm as it is typed on this machine */
export function doctorCommand(output: Output, pnpm: string): Command {
  const command = new Command("doctor")
    .description("Say everything that is missing or inconsistent in a deployment's configuration")
    .option("--file <document>", "deployment document, as of packages/infra")
    .addOption(
      new Option("--part <names...>", "Lambdas that are started with one environment")
        .choices(parts)
        .conflicts("file"),
    )
    .addOption(
      new Option("--env-file <file>", "that environment; this shell's without it").conflicts(
        "file",
      ),
    )
    .option("--allow-samples", "let example.com, 555-01xx and the like stand, as in the example")
    .option("--online", "also ask the issuer of the context API's tokens: its name, its keys")
    .addOption(
      new Option(
        "--live",
        "also ask AWS, with this shell's credentials: numbers, versions, table, topics",
      ).conflicts("part"),
    )
    .option("--json", "print one JSON document instead")
    .addHelpText("after", examples(pnpm))
    .showHelpAfterError("(add --help to see what is possible)")
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : couldNotLook))
    .action(() => doctor(command.opts<DoctorOptions>(), output));
  return command;
}

async function doctor(options: DoctorOptions, output: Output): Promise<void> {
  try {
    const report = await look(options);
    if (options.json) output.printJson(report);
    else output.print(...doctorStory(report, output.terminal));
    if (report.mistakes.length > 0) process.exitCode = mistaken;
  } catch (error) {
    reportProblem(error, output, () => versionLine(import.meta.url));
    process.exitCode = couldNotLook;
  }
}

async function look(options: DoctorOptions): Promise<DoctorReport> {
  const checkout = findCheckout(import.meta.url);
  const { source, mistakes, notes, settings } = await readSource(options, checkout);
  const [today = ""] = new Date().toISOString().split("T");
  const configuration = {
    ...settings,
    reasons: await checkout.readReasons(),
    form: checkout.readForm(),
    today,
    samplesAllowed: options.allowSamples ?? false,
  };
  const found = await examine(configuration, checkout.lambdaFile);
  const ofIssuer = options.online ? await examineIssuer(configuration, fetchDocument) : [];
  const ofAws = options.live ? await live(source, checkout) : [];
  const parts = Object.keys(settings.environments);
  return { source, parts, mistakes: [...mistakes, ...found, ...ofIssuer, ...ofAws], notes };
}

async function live(document: string, checkout: Checkout): Promise<readonly Mistake[]> {
  try {
    return await askAws(document, checkout.asker());
  } catch (error) {
    if (!(error instanceof AwsNotAskedError)) throw error;
    throw new CommandError(
      `AWS cannot be asked: ${error.message}. \`aws sts get-caller-identity\` has to answer.`,
      { cause: error },
    );
  }
}

/** Who looks waits for it. */
const timeoutMs = 5000;

const fetchDocument: FetchDocument = async (url) => {
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await fetch(url, { signal, redirect: "error" });
  if (!response.ok) throw new CommandError(`${url} answers ${response.status}`);
  return response.json();
};

interface Source extends ReadDeployment {
  /** What was read, for the reader. */
  readonly source: string;
}

async function readSource(options: DoctorOptions, checkout: Checkout): Promise<Source> {
  const { envFile, part } = options;
  if (part) {
    const variables = envFile === undefined ? process.env : await variablesIn(envFile);
    const settings = readEnvironment(variables, part);
    return { source: envFile ?? "this shell", mistakes: [], notes: [], settings };
  }
  if (envFile !== undefined) {
    throw new CommandError(`Say whose variables these are: --part ${parts.join(", ")}.`);
  }
  const source = existingFile(options.file ?? checkout.document());
  return { source, ...(await readDeployment(source, checkout.describer())) };
}

async function variablesIn(file: string): Promise<NodeJS.ProcessEnv> {
  return util.parseEnv(await readFile(existingFile(file), "utf8"));
}
