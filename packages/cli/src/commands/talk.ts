import type { Readable } from "node:stream";
import type { Laptop, LaptopCallStarter } from "@skill-call/laptop";
import {
  type CaseNumber,
  faultsOfConversations,
  type Locale,
  locales,
  sampleCase,
} from "@skill-call/laptop";
import type { Output } from "@skill-call/terminal";
import { phoneNumber } from "@skill-call/terminal";
import { Command, Option } from "commander";
import { caseNumber } from "../options/case-number.ts";
import { type FaultOption, faultCollector, faultList } from "../options/fault.ts";
import { starterOption } from "../options/starter.ts";
import { eachLine } from "../talk/each-line.ts";
import { Talk } from "../talk/talk.ts";
import { withLaptop } from "../with-laptop.ts";

const examples = `
While you talk:
  /silence        say nothing
  /fault <name>   make something fail from now on; /fault list shows what can
  /help           show these lines again
  /quit           leave; Ctrl-D does, too

Examples:
  $ pnpm talk
  $ pnpm talk --locale es-US --case 2            # with something to say
  $ pnpm talk --ask-permission                   # the skill may not read your number yet
  $ pnpm talk --starter callback                 # your own phone rings
  $ pnpm talk --fault calling-not-enabled
  $ printf 'open example support\\nhelp\\n' | pnpm talk`;

interface TalkOptions {
  readonly locale: Locale;
  readonly case?: CaseNumber;
  readonly from?: string;
  readonly starter: LaptopCallStarter;
  readonly askPermission?: true;
  readonly fault?: FaultOption;
  readonly dataDir?: string;
}

/** @param input where the utterances come from, one a line */
export function talkCommand(output: Output, input: Readable): Command {
  const command = new Command("talk")
    .description("Type to the skill as if speaking; the call that follows is carried out")
    .addOption(
      new Option("--locale <locale>", "language you speak").choices(locales).default("en-US"),
    )
    .addOption(
      new Option("--case <number>", "suggest what a sample caller says").argParser(caseNumber),
    )
    .addOption(new Option("--from <number>", "your phone number").argParser(phoneNumber))
    .addOption(starterOption())
    .option("--ask-permission", "the skill has to ask before it may read your number")
    .addOption(
      new Option("--fault <name>", "make something fail, repeatable; `list` shows what").argParser(
        faultCollector(faultsOfConversations),
      ),
    )
    .option("--data-dir <folder>", "keep call contexts on disk")
    .addHelpText("after", examples)
    .action(() => talk(command.opts<TalkOptions>(), output, input));
  return command;
}

async function talk(options: TalkOptions, output: Output, input: Readable): Promise<void> {
  const { fault: faults = [], dataDir, starter } = options;
  if (faults === "list") {
    return output.print(...faultList(faultsOfConversations, output.terminal.width));
  }
  const laptopOptions = { callStarter: starter, ...(dataDir !== undefined && { dataDir }) };
  await withLaptop(laptopOptions, async (laptop) => {
    const talk = await openTalk(laptop, options, output);
    for (const fault of faults) talk.arm(fault);
    output.print(...greeting(options));
    await eachLine(input, output, (line) => talk.hear(line));
  });
}

async function openTalk(laptop: Laptop, options: TalkOptions, output: Output): Promise<Talk> {
  const { locale, from, askPermission = false } = options;
  const { callerNumber } = sampleCase(1, locale);
  const alexa = await laptop.openAlexa({
    locale,
    callerNumber: from ?? callerNumber,
    numberGranted: !askPermission,
  });
  return new Talk(laptop, alexa, output);
}

function greeting({ locale, case: number }: TalkOptions): readonly string[] {
  const { says } = sampleCase(number ?? 1, locale);
  const suggestion =
    number === undefined
      ? `Say, for instance: ${says[0]}`
      : `Say, one after the other:\n  ${says.join("\n  ")}`;
  return [
    `You are at an Alexa device that speaks ${locale}. Type what you would say; /help shows more, /quit leaves.`,
    suggestion,
    "",
  ];
}
