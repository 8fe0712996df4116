import type { Output } from "@skill-call/terminal";
import { Command } from "commander";

export interface InitOptions {
  readonly template?: readonly string[];
  readonly output: string;
  readonly force?: true;
}

/** `init`: writes `emulator.json` from what a project deploys. */
export function initCommand(output: Output): Command {
  const command = new Command("init")
    .description(
      "Write emulator.json from cdk.out/*.template.json, a SAM or CloudFormation template, or the sources",
    )
    .option("--template <file...>", "templates in another place than the usual one")
    .option("--output <file>", "what to write", "emulator.json")
    .option("--force", "write over an emulator.json that is there")
    .action(async () => {
      const { init } = await import("./init.ts");
      await init(command.opts<InitOptions>(), output);
    });
  return command;
}
