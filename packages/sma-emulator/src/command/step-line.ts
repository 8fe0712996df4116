import type { Colors } from "@skill-call/terminal";
import type { SmaTraceEvent } from "../sma-trace.ts";

const arrowWidth = 26;
const shownOfTransaction = 8;

/** One step of a call on one line: time, call, who to whom, what. */
export function stepLine(
  { at, from, to, label, transactionId }: SmaTraceEvent,
  colors: Colors,
): string {
  const call = (transactionId ?? "").slice(0, shownOfTransaction).padEnd(shownOfTransaction);
  const arrow = (from === to ? from : `${from} → ${to}`).padEnd(arrowWidth);
  return `${colors.dim(`${timeOf(at)} ${call}`)} ${colors.cyan(arrow)} ${label}`;
}

/** Local time of day, to the millisecond. */
export function timeOf(at: number): string {
  const date = new Date(at);
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) =>
    String(part).padStart(2, "0"),
  );
  return `${clock.join(":")}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}
