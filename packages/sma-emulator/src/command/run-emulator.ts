import { once } from "node:events";
import { existsSync } from "node:fs";
import type { Environment } from "@skill-call/lambda-runner";
import type { Output } from "@skill-call/terminal";
import { CommandError, mistakesTold, openBrowser, versionLine } from "@skill-call/terminal";
import { EmulatorConfigError } from "../config/config-error.ts";
import type { EmulatorConfig } from "../config/emulator-config.ts";
import { readEmulatorConfig } from "../config/read-emulator-config.ts";
import {
  type EmulatorConsoleOptions,
  type EmulatorWithConsole,
  startEmulatorConsole,
} from "../console/start-emulator-console.ts";
import type { EmulatorLog } from "../emulator-log.ts";
import type { SmaTraceEvent } from "../sma-trace.ts";
import { type Emulator, startEmulator } from "../start-emulator.ts";
import { eventRecorder } from "../test-api/event-recorder.ts";
import { banner, readyEvent } from "./banner.ts";
import { type EmulatorCommandOptions, usualConfig } from "./emulator-command.ts";
import { logLines } from "./log-lines.ts";
import { messageLines } from "./message-lines.ts";
import { stepLine } from "./step-line.ts";

/** Runs until Ctrl-C. */
export async function runEmulator(options: EmulatorCommandOptions, output: Output): Promise<void> {
  const config = await configFrom(options.config);
  const print = stepPrinter(options, output);
  const record = options.record === undefined ? () => {} : eventRecorder(options.record);
  const level = options.logLevel ?? config.logLevel;
  const log = logLines(output, level);
  const emulator = await started(config, options, {
    onStep: (step) => {
      record(step);
      print(step);
    },
    log: options.json ? log : withoutStories(log),
    neighbours: neighboursIn(process.env),
    sipMessages: options.sipMessages ?? false,
    mistakes: mistakesTold(output, () => versionLine(import.meta.url)),
    ...(level === "debug" && { onMessage: messageLines(log) }),
  }).catch(cannotListen);
  for (const { fault, options: scope } of options.fault ?? []) {
    emulator.service.faults.inject(fault, scope);
  }
  if (options.json) print(readyEvent(emulator, Date.now()));
  else output.print(...banner(emulator, config));
  const { takenPort } = emulator;
  if (takenPort !== undefined) output.note(`Port ${takenPort} is taken: the console has another.`);
  if (emulator.consoleUrl !== undefined) openBrowser(emulator.consoleUrl, process.env);
  await interrupted();
  await emulator.close();
}

/** Another emulator, such as LocalStack or MinIO, that the developer's own environment names. */
function neighboursIn(environment: NodeJS.ProcessEnv): Environment {
  const named = Object.entries(environment).filter(([variable]) =>
    variable.startsWith("AWS_ENDPOINT_URL"),
  );
  return Object.fromEntries(named) as Environment;
}

/** The emulator, and the call console where it is asked for. */
type StartedEmulator = Emulator & Partial<Pick<EmulatorWithConsole, "consoleUrl" | "takenPort">>;

function started(
  config: EmulatorConfig,
  { console, consolePort }: EmulatorCommandOptions,
  options: EmulatorConsoleOptions,
): Promise<StartedEmulator> {
  if (!console && consolePort === undefined) return startEmulator(config, options);
  return startEmulatorConsole(config, {
    ...options,
    ...(consolePort !== undefined && { consolePort }),
  });
}

function stepPrinter({ json }: EmulatorCommandOptions, output: Output) {
  return (event: SmaTraceEvent) => {
    if (json) output.print(JSON.stringify(event));
    else if (!isLogged(event)) output.print(stepLine(event, output.terminal.colors));
  };
}

/** The service's own lines stand in the stories of the calls already. */
function withoutStories(log: EmulatorLog): EmulatorLog {
  return (line) => line.source !== "pstn-audio" && log(line);
}

/** A terminal shows standard error, too: there these would stand twice. */
function isLogged({ kind }: SmaTraceEvent): boolean {
  return kind === "lambda.line" || kind === "emulator.note";
}

const firstSteps = `There is no ${usualConfig} here. To run your own SMA Lambda:
  1. npx @skill-call/sma-emulator init   # writes ${usualConfig} from your CDK, SAM or CloudFormation template
  2. npx @skill-call/sma-emulator        # then call sip:<number>@127.0.0.1:5060 with any SIP phone
--help shows an ${usualConfig} to write by hand, and --config names one elsewhere.`;

/** @throws {CommandError} with every mistake of the file */
async function configFrom(file: string): Promise<EmulatorConfig> {
  if (file === usualConfig && !existsSync(file)) throw new CommandError(firstSteps);
  try {
    return await readEmulatorConfig(file);
  } catch (error) {
    if (error instanceof EmulatorConfigError)
      throw new CommandError(error.message, { cause: error });
    throw error;
  }
}

function cannotListen(cause: unknown): never {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code !== "sip.transport" && code !== "EADDRINUSE") throw cause;
  throw new CommandError(`The emulator cannot listen: ${message}. Is the port taken?`, { cause });
}

async function interrupted(): Promise<void> {
  await Promise.race(["SIGINT", "SIGTERM", "SIGPIPE"].map((signal) => once(process, signal)));
}
