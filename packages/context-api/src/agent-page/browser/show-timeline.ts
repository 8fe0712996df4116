import { element } from "@skill-call/page-dom";
import type { TimelineEntry } from "./call-context.ts";
import { foldedWords } from "./own-words.ts";
import type { Reader } from "./reader.ts";

/** The entries of a call's timeline. */
export function timelineOf(entries: readonly TimelineEntry[], reader: Reader): readonly Node[] {
  return entries.map((entry) => {
    const time = element("time", { text: new Date(entry.at).toLocaleTimeString(reader.locale) });
    time.dateTime = entry.at;
    return element("li", {}, time, element("span", {}, ...wordsOf(entry, reader)));
  });
}

function wordsOf(entry: TimelineEntry, reader: Reader): readonly Node[] {
  if (entry.type === "status") return [new Text(reader.words.timeline[entry.status])];
  return [new Text(reader.words.note), foldedWords(entry.text, { reader })];
}
