import type { Readable } from "node:stream";
import type { CallerScript, Laptop, SkillFolder } from "@skill-call/laptop";
import {
  faultsOfConversations,
  locales,
  openingScripts,
  readSkillFolder,
  sampleScript,
} from "@skill-call/laptop";
import type { Output } from "@skill-call/terminal";
import { CommandError, eachLine } from "@skill-call/terminal";
import type { TalkOptions } from "../commands/talk.ts";
import { faultList } from "../options/fault.ts";
import { Talk } from "../talk/talk.ts";
import { withLaptop } from "../with-laptop.ts";

export async function talk(options: TalkOptions, output: Output, input: Readable): Promise<void> {
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
