import type { TimelineEntry } from "./call-context.ts";
import { element } from "./elements.ts";
import { ownWords } from "./own-words.ts";
import { timelineWords } from "./words.ts";

/** The entries of the page's timeline. */
export function timelineOf(entries: readonly TimelineEntry[]): readonly Node[] {
  return entries.map((entry) => {
    const time = element("time", { text: clockTime(entry.at) });
    time.dateTime = entry.at;
    return element("li", {}, time, element("span", {}, ...wordsOf(entry)));
  });
}

function wordsOf(entry: TimelineEntry): readonly Node[] {
  if (entry.type === "status") return [new Text(timelineWords[entry.status])];
  return [new Text("Note: "), ownWords(entry.text)];
}

function clockTime(at: string): string {
  return new Date(at).toLocaleTimeString();
}
