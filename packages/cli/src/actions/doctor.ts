import { readFile } from "node:fs/promises";
import util from "node:util";
import {
  AwsNotAskedError,
  askAws,
  examine,
  examineIssuer,
  type FetchDocument,
  type Mistake,
  parts,
  type ReadDeployment,
  readDeployment,
  readEnvironment,
} from "@skill-call/doctor";
import type { Output } from "@skill-call/terminal";
import { CommandError, existingFile, versionLine } from "@skill-call/terminal";
import { couldNotLook, type DoctorOptions, mistaken } from "../commands/doctor.ts";
import { type Checkout, findCheckout } from "../doctor/checkout.ts";
import { reportProblem } from "../report-problem.ts";
import { type DoctorReport, doctorStory } from "../story/doctor-story.ts";

export async function doctor(options: DoctorOptions, output: Output): Promise<void> {
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
