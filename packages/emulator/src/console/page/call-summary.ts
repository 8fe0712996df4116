import { toneOf } from "../ladder/tone.ts";
import { bubbleOf } from "../record/bubble.ts";
import type { CallRecord } from "../record/call-record.ts";
import { element } from "./elements.ts";

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

/** What was said last, or done last where nobody says anything. */
function goesOn(events: CallRecord["events"]): string {
  const said = events.map(bubbleOf).findLast((bubble) => bubble?.speaker === "caller");
  const done = events.findLast(({ kind }) => !kind.startsWith("sip."));
  return said ? `“${said.text}”` : (done?.label ?? "…");
}
