import type { TimelineEntry } from "./call-context.ts";
import { element } from "./elements.ts";
import { timelineWords } from "./words.ts";

/** The entries of the page's timeline. */
export function timelineOf(entries: readonly TimelineEntry[]): readonly Node[] {
  return entries.map((entry) => {
    const time = element("time", { text: clockTime(entry.at) });
    time.dateTime = entry.at;
    return element("li", {}, time, element("span", { text: wordsOf(entry) }));
  });
}

function wordsOf(entry: TimelineEntry): string {
  return entry.type === "note" ? `Note: ${entry.text}` : timelineWords[entry.status];
}

function clockTime(at: string): string {
  return new Date(at).toLocaleTimeString();
}
