import type { Readable } from "node:stream";
import type { Laptop, LaptopCallStarter } from "@skill-call/laptop";
import {
  type CallerScript,
  type CaseNumber,
  faultsOfConversations,
  locales,
  openingScripts,
  readSkillFolder,
  type SkillFolder,
  sampleScript,
} from "@skill-call/laptop";
import type { Output } from "@skill-call/terminal";
import { CommandError, eachLine, phoneNumber } from "@skill-call/terminal";
import { Command, Option } from "commander";
import type { AsTyped } from "../as-typed.ts";
import { caseNumber } from "../options/case-number.ts";
import { type FaultOption, faultCollector, faultList } from "../options/fault.ts";
import { formOption } from "../options/form.ts";
import { starterOption } from "../options/starter.ts";
import { Talk } from "../talk/talk.ts";
import { withLaptop } from "../with-laptop.ts";

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

interface TalkOptions {
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
    .action(() => talk(command.opts<TalkOptions>(), output, input));
  return command;
}

async function talk(options: TalkOptions, output: Output, input: Readable): Promise<void> {
  const { fault: faults = [], dataDir, starter } = options;
  if (faults === "list") {
    return output.print(...faultList(faultsOfConversations, output.terminal.width));
  }
  const skillFolder = options.form === undefined ? undefined : readSkillFolder(options.form);
  const script = scriptFor(options, skillFolder);
  const laptopOptions = {
    callStarter: starter,
    ...(dataDir !== undefined && { dataDir }),
    ...(skillFolder && { skillFolder }),
  };
  await withLaptop(laptopOptions, async (laptop) => {
    const talk = await openTalk(laptop, { options, script, output });
    for (const fault of faults) talk.arm(fault);
    output.print(...greeting(script, options.case !== undefined));
    await eachLine(input, output, (line) => talk.hear(line));
  });
}

/** What could be said in the chosen language: the first there is, where none is chosen. */
function scriptFor({ locale, case: number = 1 }: TalkOptions, folder?: SkillFolder): CallerScript {
  const scripts = folder
    ? openingScripts(folder.form)
    : locales.map((each) => sampleScript(number, each));
  const script = scripts.find((each) => each.locale === (locale ?? scripts[0]?.locale));
  if (script) return script;
  const allowed = scripts.map((each) => each.locale).join(", ");
  throw new CommandError(`The skill does not speak ${locale}. Allowed choices are ${allowed}.`);
}

interface OpenTalkOptions {
  readonly options: TalkOptions;
  readonly script: CallerScript;
  readonly output: Output;
}

async function openTalk(laptop: Laptop, open: OpenTalkOptions): Promise<Talk> {
  const { from, askPermission = false } = open.options;
  const { locale, callerNumber } = open.script;
  const alexa = await laptop.openAlexa({
    locale,
    callerNumber: from ?? callerNumber,
    numberGranted: !askPermission,
  });
  return new Talk({ laptop, alexa, output: open.output, numberGranted: !askPermission });
}

function greeting({ locale, says }: CallerScript, isWhole: boolean): readonly string[] {
  const suggestion = isWhole
    ? `Say, one after the other:\n  ${says.join("\n  ")}`
    : `Say, for instance: ${says[0]}`;
  return [
    `You are at an Alexa device that speaks ${locale}. Type what you would say; /help shows more, /quit leaves.`,
    suggestion,
    "",
  ];
}
