import type { CaseNumber, LaptopCallStarter, Locale } from "@skill-call/laptop/choices";
import { locales } from "@skill-call/laptop/choices";
import type { Output } from "@skill-call/terminal";
import { port } from "@skill-call/terminal";
import { Command, Option } from "commander";
import type { AsTyped } from "../as-typed.ts";
import { caseNumber } from "../options/case-number.ts";
import { formOption } from "../options/form.ts";
import { starterOption } from "../options/starter.ts";

const examples = ({ command, form }: AsTyped) => `
Examples:
  $ ${command} demo                           # four calls, told as stories
  $ ${command} demo --case 4                  # as a team that starts today has it: Amazon Connect
  $ ${command} demo --case 2 --locale fr-CA   # one of them, in French
  $ ${command} demo --starter callback        # the caller's own phone rings instead
  $ ${command} demo ${form.padEnd(22)}    # another skill, in each of its languages
  $ ${command} demo --open                    # the call console: talk and watch in the browser
  $ ${command} demo --open ${form}   # the same with the other skill
  $ ${command} demo --json                    # what really happened, as one JSON document

Exits with 0 only if every call was connected and no leg was left up.`;

export interface DemoOptions {
  readonly case?: CaseNumber;
  readonly locale: Locale;
  readonly starter: LaptopCallStarter;
  readonly form?: string;
  readonly json?: true;
  readonly open?: true;
  readonly port?: number;
}

export function demoCommand(output: Output, typed: AsTyped): Command {
  const command = new Command("demo")
    .description("Four calls, from the first word to the agent")
    .addOption(new Option("--case <number>", "one case only: 1 to 4").argParser(caseNumber))
    .addOption(
      new Option("--locale <locale>", "language of the callers").choices(locales).default("en-US"),
    )
    .addOption(starterOption())
    .addOption(formOption().conflicts(["case", "locale"]))
    .option("--json", "print one JSON document instead of the stories")
    .option("--open", "open the call console in the browser instead, until Ctrl-C")
    .addOption(
      new Option(
        "--port <port>",
        "the call console, on this port; 4700 or the next free one without it",
      )
        .argParser(port)
        .implies({ open: true }),
    )
    .addHelpText("after", examples(typed))
    .action(async () => {
      const { demo } = await import("../actions/demo.ts");
      await demo(command.opts<DemoOptions>(), output);
    });
  return command;
}
