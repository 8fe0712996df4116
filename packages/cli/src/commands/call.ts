import type { Output } from "@skill-call/terminal";
import { Command } from "commander";
import type { AsTyped } from "../as-typed.ts";
import { type CallOptions, callOptions } from "./call-options.ts";

const examples = ({ command, form, fields }: AsTyped) => `
Examples:
  $ ${command} call --reason technical-support         # into a meeting
  $ ${command} call ${form} ${fields}
  $ ${command} call --fault callee-busy                # the next destination is tried
  $ ${command} call --fault list                       # everything that can be made to fail
  $ ${command} call --no-context --header "X-Foo: bar" # what a stranger's call looks like
  $ ${command} call --lambda dist/index.mjs --json     # your own SMA Lambda, for a script`;

export function callCommand(output: Output, typed: AsTyped): Command {
  const command = new Command("call")
    .description("Place a call straight at the SIP media application")
    .addHelpText("after", examples(typed))
    .action(async () => {
      const { call } = await import("../actions/call.ts");
      await call(command.opts<CallOptions>(), output);
    });
  for (const option of callOptions()) command.addOption(option);
  return command;
}
