import type { Readable } from "node:stream";
import type { CaseNumber, LaptopCallStarter } from "@skill-call/laptop/choices";
import { faultsOfConversations, locales } from "@skill-call/laptop/choices";
import type { Output } from "@skill-call/terminal";
import { phoneNumber } from "@skill-call/terminal";
import { Command, Option } from "commander";
import type { AsTyped } from "../as-typed.ts";
import { caseNumber } from "../options/case-number.ts";
import { type FaultOption, faultCollector } from "../options/fault.ts";
import { formOption } from "../options/form.ts";
import { starterOption } from "../options/starter.ts";

const examples = ({ command, form }: AsTyped) => `
While you talk:
  /silence        say nothing
  /fault <name>   make something fail from now on; /fault list shows what can
  /fault off      let nothing fail any more
  /help           show these lines again
  /quit           leave; Ctrl-D does, too

Examples:
  $ ${command} talk
  $ ${command} talk --locale es-US --case 2            # with something to say
  $ ${command} talk --ask-permission                   # the skill may not read your number yet
  $ ${command} talk ${form.padEnd(22)}             # another skill
  $ ${command} talk --starter callback                 # your own phone rings
  $ ${command} talk --fault calling-not-enabled
  $ printf 'open example support\\nhelp\\n' | ${command} talk`;

export interface TalkOptions {
  readonly locale?: string;
  readonly form?: string;
  readonly case?: CaseNumber;
  readonly from?: string;
  readonly starter: LaptopCallStarter;
  readonly askPermission?: true;
  readonly fault?: FaultOption;
  readonly dataDir?: string;
}

/**
 * @param input where the utterances come from, one a line
 */
export function talkCommand(output: Output, input: Readable, typed: AsTyped): Command {
  const command = new Command("talk")
    .description("Type to the skill as if speaking; the call that follows is carried out")
    .option("--locale <locale>", `language you speak: ${locales.join(", ")}, or one of the form's`)
    .addOption(
      new Option("--case <number>", "suggest what a sample caller says").argParser(caseNumber),
    )
    .addOption(new Option("--from <number>", "your phone number").argParser(phoneNumber))
    .addOption(starterOption())
    .addOption(formOption().conflicts("case"))
    .option("--ask-permission", "the skill has to ask before it may read your number")
    .addOption(
      new Option("--fault <name>", "make something fail, repeatable; `list` shows what").argParser(
        faultCollector(faultsOfConversations),
      ),
    )
    .option("--data-dir <folder>", "keep call contexts on disk")
    .addHelpText("after", examples(typed))
    .action(async () => {
      const { talk } = await import("../actions/talk.ts");
      await talk(command.opts<TalkOptions>(), output, input);
    });
  return command;
}
