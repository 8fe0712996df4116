import { readFileSync } from "node:fs";
import { basename, extname, join, sep } from "node:path";
import { audioFilesIn } from "./audio-files-in.ts";
import { environmentIn, promptsBucket } from "./environment-in.ts";
import { pathFrom } from "./functions-of.ts";
import type { Project } from "./project.ts";
import { importsCallEvents, readsCallEvents } from "./reads-call-events.ts";
import { foldersBelow, sourceFilesBelow } from "./source-files.ts";

/** How each language says that a name is exported: the handlers of Lambdas. */
const handlers: readonly (readonly [files: RegExp, pattern: RegExp])[] = [
  [
    /\.[mc]?[jt]s$/,
    /(?:^|\n)\s*(?:export\s+(?:const|let|async\s+function|function)\s+|(?:module\.)?exports\.)(\w*[hH]andler)\b/,
  ],
  [/\.py$/, /(?:^|\n)def\s+(\w+)\s*\(\s*\w*event\w*[^,)]*,\s*\w*context\b/],
];

/** Finds the SIP media applications of a project without a template: by what their handlers read. */
export function projectOfSources(folder: string): Project {
  const files = sourceFilesBelow(folder);
  const direct = files.filter(readsCallEvents).flatMap((file) => handlerIn(file, folder));
  const found = withOwnNames(
    direct.length > 0
      ? direct
      : files.filter((file) => importsCallEvents(file)).flatMap((file) => handlerIn(file, folder)),
  );
  const bot = botIn(files);
  const copies = join(folder, "s3", sep);
  const audioFiles = [folder, ...foldersBelow(folder)]
    .filter((each) => !join(each, sep).startsWith(copies))
    .flatMap(audioFilesIn);
  return {
    applications: found.map(({ name, lambda }) => ({ name, lambda })),
    functions: [],
    numbers: [],
    rules: [],
    voiceConnectors: [],
    tables: [],
    meetingEvents: [],
    buckets: [{ name: promptsBucket, audioFiles }],
    intents: bot === undefined ? [] : [bot],
    open: [
      ...found.flatMap(({ name, lambda }) =>
        Object.entries(lambda.environment).map(
          ([variable, value]) => `${name}: ${variable} is read; it is "${value}" now`,
        ),
      ),
      ...(bot === undefined ? [] : [`bots: every conversation with a bot comes to "${bot}" now`]),
    ],
  };
}

/** What Lex itself calls so: a kind of dialog action, and the intent of what nobody understood. */
const wordsOfLex = /^(Elicit|Confirm|Fallback)Intent$/;

/** The intent that conversations with a bot come to; undefined where nobody starts one. */
function botIn(files: readonly string[]): string | undefined {
  const texts = files.map((file) => readFileSync(file, "utf8"));
  const about = texts.filter((text) => text.includes("StartBotConversation"));
  if (about.length === 0) return undefined;
  const named = about.flatMap((text) => [...text.matchAll(/['"](\w+Intent)['"]/g)]);
  return (
    named.map((match) => match[1]).find((name) => !wordsOfLex.test(name ?? "")) ?? "YourIntent"
  );
}

function handlerIn(file: string, folder: string) {
  const text = readFileSync(file, "utf8");
  const pattern = handlers.find(([files]) => files.test(file))?.[1];
  const exported = pattern?.exec(text)?.[1];
  if (exported === undefined) return [];
  const lambda = {
    file: pathFrom(folder, file),
    handler: exported,
    environment: environmentIn(text),
  };
  return [{ name: nameOf(file, folder), lambda }];
}

/** Names that say nothing of what a Lambda is for. */
const empty =
  /^(index|app|main|handler|lambda|lambda_function|src|lib|resources|lambdas|functions)$/;

function nameOf(file: string, folder: string): string {
  const parts = [basename(folder), ...file.slice(folder.length + 1).split(sep)];
  const named = parts
    .map((part) => basename(part, extname(part)))
    .filter((part) => !empty.test(part));
  return named.at(-1) ?? "sma";
}

function withOwnNames<Named extends { readonly name: string }>(
  all: readonly Named[],
): readonly Named[] {
  const taken = new Map<string, number>();
  return all.map((each) => {
    const times = (taken.get(each.name) ?? 0) + 1;
    taken.set(each.name, times);
    return times === 1 ? each : { ...each, name: `${each.name}-${times}` };
  });
}
