import type { Readable } from "node:stream";
import { emulatorCommand } from "@skill-call/sma-emulator/command";
import type { Output } from "@skill-call/terminal";
import { Command, Help } from "commander";
import type { AsTyped } from "./as-typed.ts";
import { callCommand } from "./commands/call.ts";
import { demoCommand } from "./commands/demo.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { talkCommand } from "./commands/talk.ts";

/** Where the command line is run. */
export interface Surroundings {
  readonly stdin: Readable;
}

export interface ProgramOptions {
  readonly typed: AsTyped;
  /** The doctor looks at a deployment of this repository's: elsewhere there is none. */
  readonly withDoctor: boolean;
}

/** `doctor` alone is a command of pnpm's own. */
const asScript: Readonly<Record<string, string>> = { doctor: "run doctor" };

/** The command line: `skill-call <command>`, which the repository's scripts are. */
export function program(
  output: Output,
  { stdin }: Surroundings,
  { typed, withDoctor }: ProgramOptions,
): Command {
  const { command: typedCommand } = typed;
  const root = new Command("skill-call")
    .description("One call, from the first word to Alexa to the agent, on one machine")
    .showHelpAfterError("(add --help to see what is possible)")
    .configureHelp({ commandUsage: (command) => usage(command, typedCommand) })
    .addHelpText("after", `\nEach command has a --help of its own: ${typedCommand} call --help`);
  root.addCommand(demoCommand(output, typed));
  root.addCommand(talkCommand(output, stdin, typed));
  root.addCommand(callCommand(output, typed));
  root.addCommand(emulatorCommand(output, `${typedCommand} emulator`));
  for (const command of root.commands) command.copyInheritedSettings(root);
  // After the others: its exit codes are its own.
  if (withDoctor)
    root.addCommand(doctorCommand(output, typedCommand).configureHelp(root.configureHelp()));
  return root;
}

/** As it is typed: the repository's scripts have the names of the commands. */
function usage(command: Command, typed: string): string {
  const name = command.name();
  if (name === "skill-call") return `${typed} <command> ${command.usage()}`;
  if (!command.parent || name === "completion") return new Help().commandUsage(command);
  return `${typed} ${asScript[name] ?? name} ${command.usage()}`;
}
