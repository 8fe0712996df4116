import type { Readable } from "node:stream";
import { emulatorCommand } from "@skill-call/sma-emulator";
import type { Output } from "@skill-call/terminal";
import { Command } from "commander";
import { callCommand } from "./commands/call.ts";
import { demoCommand } from "./commands/demo.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { talkCommand } from "./commands/talk.ts";

/** The command line: `skill-call <command>`. */
export function program(output: Output, input: Readable): Command {
  const root = new Command("skill-call")
    .description("One call, from the first word to Alexa to the agent, on one machine")
    .showHelpAfterError("(add --help to see what is possible)");
  root.addCommand(demoCommand(output));
  root.addCommand(talkCommand(output, input));
  root.addCommand(callCommand(output));
  root.addCommand(emulatorCommand(output));
  for (const command of root.commands) command.copyInheritedSettings(root);
  // After the others: its exit codes are its own.
  root.addCommand(doctorCommand(output));
  return root;
}
