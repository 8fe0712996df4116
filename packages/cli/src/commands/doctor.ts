import { readFile } from "node:fs/promises";
import util from "node:util";
import {
  examine,
  type Part,
  parts,
  type ReadDeployment,
  readDeployment,
  readEnvironment,
} from "@skill-call/doctor";
import type { Output } from "@skill-call/terminal";
import { CommandError, existingFile } from "@skill-call/terminal";
import { Command, Option } from "commander";
import { type Checkout, findCheckout } from "../doctor/checkout.ts";
import { reportProblem } from "../report-problem.ts";
import { type DoctorReport, doctorStory } from "../story/doctor-story.ts";

const examples = `
Examples:
  $ pnpm run doctor                                          # packages/infra/deployment.json, or the example
  $ pnpm run doctor --file prod.json --json                  # another document, for a script
  $ pnpm run doctor --part sma-handler --env-file .env       # one Lambda's variables
  $ pnpm run doctor --part skill                             # the variables of this shell

Exits with 0 if nothing is wrong, with 1 if there are mistakes, with 2 if it could not look.`;

interface DoctorOptions {
  readonly file?: string;
  readonly envFile?: string;
  readonly part?: readonly Part[];
  readonly json?: true;
}

/** Exit codes, for CI. */
const mistaken = 1;
const couldNotLook = 2;

export function doctorCommand(output: Output): Command {
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
    .option("--json", "print one JSON document instead")
    .addHelpText("after", examples)
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
    reportProblem(error, output);
    process.exitCode = couldNotLook;
  }
}

async function look(options: DoctorOptions): Promise<DoctorReport> {
  const checkout = findCheckout(import.meta.url);
  const { source, mistakes, settings } = await readSource(options, checkout);
  const [today = ""] = new Date().toISOString().split("T");
  const configuration = { ...settings, reasons: await checkout.readReasons(), today };
  const found = await examine(configuration, checkout.lambdaFile);
  const parts = Object.keys(settings.environments);
  return { source, parts, mistakes: [...mistakes, ...found] };
}

interface Source extends ReadDeployment {
  /** What was read, for the reader. */
  readonly source: string;
}

async function readSource(options: DoctorOptions, checkout: Checkout): Promise<Source> {
  const { envFile, part } = options;
  if (part) {
    const variables = envFile === undefined ? process.env : await variablesIn(envFile);
    const settings = readEnvironment(variables, part);
    return { source: envFile ?? "this shell", mistakes: [], settings };
  }
  if (envFile !== undefined) {
    throw new CommandError(`Say whose variables these are: --part ${parts.join(", ")}.`);
  }
  const source = existingFile(options.file ?? checkout.document);
  return { source, ...(await readDeployment(source, checkout.describer())) };
}

async function variablesIn(file: string): Promise<NodeJS.ProcessEnv> {
  return util.parseEnv(await readFile(existingFile(file), "utf8"));
}
