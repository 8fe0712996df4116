import type { Output } from "@skill-call/terminal";
import { port } from "@skill-call/terminal";
import { Command, Option } from "commander";
import type { LogLevel } from "../config/emulator-config.ts";
import { initCommand } from "../init/init-command.ts";
import { testServerCommand } from "../test-api/test-server-command.ts";
import { collectDeliveryFault, type PlannedDeliveryFault } from "./delivery-fault.ts";

const examples = (typed: string) => `
An emulator.json (editors check it with emulator.schema.json):
  {
    "phoneNumbers": ["+16073331111"],
    "sipRules": [{ "toPhoneNumber": "+16073331111", "sipMediaApplications": ["my-sma"] }],
    "sipMediaApplications": [{ "id": "my-sma", "lambda": { "file": "./index.mjs" } }],
    "carriers": { "default": "sip:127.0.0.1:5080" }
  }

Examples:
  $ ${typed} init                           # writes emulator.json from your template
  $ ${typed}                                # then call sip:+16073331111@127.0.0.1:5060
  $ ${typed} --json > events.jsonl          # one JSON line an event
  $ ${typed} --sip-messages                 # the SIP messages among the steps
  $ ${typed} --console                      # watch the calls in the browser
  $ ${typed} --fault HANGUP:answer-lostx1

Ctrl-C hangs up every call and ends.`;

export const usualConfig = "emulator.json";

export interface EmulatorCommandOptions {
  readonly config: string;
  readonly logLevel?: LogLevel;
  readonly fault?: readonly PlannedDeliveryFault[];
  readonly json?: true;
  readonly sipMessages?: true;
  readonly record?: string;
  readonly console?: true;
  readonly consolePort?: number;
}

/** @param typed how somebody on this machine calls it */
export function emulatorCommand(output: Output, typed = "npx @skill-call/sma-emulator"): Command {
  const command = new Command("emulator")
    .description(
      "Run your own SMA Lambda behind real SIP: softphones, sipp and contact centres can call",
    )
    .option("--config <file>", "what the account has", usualConfig)
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
    .option("--record <folder>", "write each event to this folder, as a fixture for tests")
    .option("--console", "show the calls in the browser: the call console")
    .addOption(
      new Option(
        "--console-port <port>",
        "the call console, on this port; 4710 or the next free one without it",
      ).argParser(port),
    )
    .addHelpText("after", examples(typed))
    // What follows the name of a command is that command's.
    .enablePositionalOptions()
    .addCommand(initCommand(output))
    .addCommand(testServerCommand(output))
    .action(async () => {
      // Loaded where it is used: it is most of the program, and `--help` would wait for it.
      const { runEmulator } = await import("./run-emulator.ts");
      await runEmulator(command.opts<EmulatorCommandOptions>(), output);
    });
  return command;
}
