import { element } from "@skill-call/page-dom";
import { toneOf } from "../../ladder/tone.ts";
import { bubbleOf } from "../../record/bubble.ts";
import type { CallRecord } from "../../record/call-record.ts";

/** A call in two lines: what it is, and how it ended or how far it is. */
export function callSummary(record: CallRecord): readonly Node[] {
  const { title, events } = record;
  const [first] = events;
  const time = first ? new Date(first.at).toLocaleTimeString() : "";
  return [
    element("span", { className: "call-title", text: title }),
    element("span", { className: "call-state", text: stateOf(record) }),
    element("span", { className: "call-time", text: time }),
  ];
}

function stateOf({ outcome, events }: CallRecord): string {
  const failed = events.some((event) => toneOf(event) === "trouble") ? "⚠ " : "";
  return failed + (outcome ?? goesOn(events));
}

/** What the caller said last, or how far the call is where nobody talks to Alexa. */
function goesOn(events: CallRecord["events"]): string {
  const said = events.map(bubbleOf).findLast((bubble) => bubble?.speaker === "caller");
  if (said) return `“${said.text}”`;
  const progress = events.findLast(({ kind }) => Object.hasOwn(progressWords, kind));
  return progressWords[progress?.kind ?? ""] ?? "Begins";
}

const progressWords: Readonly<Record<string, string>> = {
  "call.placed": "Comes in",
  "call.answered": "Answered",
  "leg.dialled": "Dials",
  "leg.ringing": "Rings",
  "leg.answered": "Talks",
  "leg.not-answered": "Not answered",
  "leg.joined": "In a meeting",
  "leg.hung-up": "Hung up",
  "call.hung-up": "Hung up",
};
