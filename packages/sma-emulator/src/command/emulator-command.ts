import { once } from "node:events";
import type { Environment } from "@skill-call/lambda-runner";
import type { Output } from "@skill-call/terminal";
import { CommandError, openBrowser, port } from "@skill-call/terminal";
import { Command, Option } from "commander";
import { EmulatorConfigError } from "../config/config-error.ts";
import type { EmulatorConfig, LogLevel } from "../config/emulator-config.ts";
import { readEmulatorConfig } from "../config/read-emulator-config.ts";
import {
  type EmulatorWithConsole,
  startEmulatorConsole,
} from "../console/start-emulator-console.ts";
import type { SmaTraceEvent } from "../sma-trace.ts";
import { type Emulator, type EmulatorOptions, startEmulator } from "../start-emulator.ts";
import { banner, readyEvent } from "./banner.ts";
import { collectDeliveryFault, type PlannedDeliveryFault } from "./delivery-fault.ts";
import { logLines } from "./log-lines.ts";
import { messageLines } from "./message-lines.ts";
import { stepLine } from "./step-line.ts";

const examples = `
An emulator.json (editors check it with emulator.schema.json):
  {
    "phoneNumbers": ["+16073331111"],
    "sipRules": [{ "toPhoneNumber": "+16073331111", "sipMediaApplications": ["my-sma"] }],
    "sipMediaApplications": [{ "id": "my-sma", "lambda": { "file": "./index.mjs" } }],
    "carriers": { "default": "sip:127.0.0.1:5080" }
  }

Examples:
  $ pnpm emulator --config emulator.json                        # then call sip:+16073331111@127.0.0.1:5060
  $ pnpm emulator --config emulator.json --json > events.jsonl  # one JSON line an event
  $ pnpm emulator --config emulator.json --sip-messages         # the SIP messages among the steps
  $ pnpm emulator --config emulator.json --console              # watch the calls in the browser
  $ pnpm emulator --config emulator.json --fault HANGUP:answer-lostx1

Ctrl-C hangs up every call and ends.`;

interface EmulatorCommandOptions {
  readonly config: string;
  readonly logLevel?: LogLevel;
  readonly fault?: readonly PlannedDeliveryFault[];
  readonly json?: true;
  readonly sipMessages?: true;
  readonly console?: true;
  readonly consolePort?: number;
}

export function emulatorCommand(output: Output): Command {
  const command = new Command("emulator")
    .description(
      "Run your own SMA Lambda behind real SIP: softphones, sipp and contact centres can call",
    )
    .requiredOption("--config <file>", "what the account has: emulator.json")
    .addOption(
      new Option(
        "--log-level <level>",
        "how much goes to standard error; debug shows SIP messages",
      ).choices(["error", "warn", "info", "debug"]),
    )
    .addOption(
      new Option(
        "--fault <fault>",
        "[EVENT:]kind[xTIMES] on the way to the Lambda: not-invoked, answer-lost, duplicate, delay=MS; repeatable",
      ).argParser(collectDeliveryFault),
    )
    .option("--json", "print one JSON line for each event of each call")
    .option("--sip-messages", "also tell each SIP message as a step of its call; personal data")
    .option("--console", "show the calls in the browser: the call console")
    .addOption(
      new Option("--console-port <port>", "the call console, on this port").argParser(port),
    )
    .addHelpText("after", examples)
    .action(() => run(command.opts<EmulatorCommandOptions>(), output));
  return command;
}

async function run(options: EmulatorCommandOptions, output: Output): Promise<void> {
  const config = await configFrom(options.config);
  const print = stepPrinter(options, output);
  const level = options.logLevel ?? config.logLevel;
  const log = logLines(output, level);
  const emulator = await started(config, options, {
    onStep: print,
    log,
    neighbours: neighboursIn(process.env),
    sipMessages: options.sipMessages ?? false,
    ...(level === "debug" && { onMessage: messageLines(log) }),
  }).catch(cannotListen);
  for (const { fault, options: scope } of options.fault ?? []) {
    emulator.service.faults.inject(fault, scope);
  }
  if (options.json) print(readyEvent(emulator, Date.now()));
  else output.print(...banner(emulator, config));
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
type StartedEmulator = Emulator & Partial<Pick<EmulatorWithConsole, "consoleUrl">>;

function started(
  config: EmulatorConfig,
  { console, consolePort }: EmulatorCommandOptions,
  options: EmulatorOptions,
): Promise<StartedEmulator> {
  if (!console && consolePort === undefined) return startEmulator(config, options);
  return startEmulatorConsole(config, {
    ...options,
    ...(consolePort !== undefined && { consolePort }),
  });
}

function stepPrinter({ json }: EmulatorCommandOptions, output: Output) {
  return (event: SmaTraceEvent) =>
    output.print(json ? JSON.stringify(event) : stepLine(event, output.terminal.colors));
}

/** @throws {CommandError} with every mistake of the file */
async function configFrom(file: string): Promise<EmulatorConfig> {
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
  await Promise.race(["SIGINT", "SIGTERM"].map((signal) => once(process, signal)));
}
