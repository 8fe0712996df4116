import type { TraceEvent } from "@skill-call/emulation/trace";
import { cut, displayWidth, padded } from "./display-width.ts";
import type { Terminal } from "./terminal.ts";

/** The head of each lifeline, short enough for eight of them on a line; they stand in this order. */
export type LadderHeads = Readonly<Record<string, string>>;

/** Columns from one lifeline to the next. */
const widestPitch = 9;
const narrowestPitch = 7;
/** Columns of the time at the left, and the least that a label needs at the right. */
const timeWidth = 7;
const labelWidth = 40;
const leastLabel = 16;

/** Draws the way of a call: a lifeline for each party that takes part, an arrow for each event, top to bottom. */
export function ladder(
  events: readonly TraceEvent[],
  heads: LadderHeads,
  terminal: Terminal,
): string[] {
  const [first] = events;
  if (!first) return [];
  const columns = Object.keys(heads).filter((party) =>
    events.some(({ from, to }) => from === party || to === party),
  );
  const pitch = pitchFor(columns.length, terminal.width);
  const rungsWidth = timeWidth + columns.length * pitch;
  const drawing = { columns, heads, pitch, terminal, labelWidth: terminal.width - rungsWidth };
  return [head(drawing), ...events.map((event) => rung(event, event.at - first.at, drawing))];
}

interface Drawing {
  readonly columns: readonly string[];
  readonly heads: LadderHeads;
  readonly pitch: number;
  readonly terminal: Terminal;
  readonly labelWidth: number;
}

function pitchFor(columns: number, width: number): number {
  const fits = Math.floor((width - timeWidth - labelWidth) / columns);
  return Math.min(widestPitch, Math.max(narrowestPitch, fits));
}

function head({ columns, heads, pitch, terminal }: Drawing): string {
  const names = columns.map((party) => {
    const name = heads[party] ?? party;
    const before = Math.floor((pitch - displayWidth(name)) / 2);
    return padded(" ".repeat(Math.max(0, before)) + name, pitch);
  });
  return terminal.colors.bold(" ".repeat(timeWidth) + names.join("").trimEnd());
}

function rung(event: TraceEvent, offsetMs: number, drawing: Drawing): string {
  const { dim } = drawing.terminal.colors;
  const time = padded(`${offsetMs}`.padStart(5), timeWidth);
  const [label, took] = rungText(event, drawing.labelWidth);
  return `${dim(time)}${arrow(event, drawing)}${label}${dim(took)}`.trimEnd();
}

/** The label and how long it took; where there is little room the label alone. */
function rungText({ label, durationMs }: TraceEvent, width: number): [string, string] {
  const took = durationMs === undefined ? "" : ` (${Math.round(durationMs)} ms)`;
  const room = width - displayWidth(took);
  return room < leastLabel ? [cut(label, width), ""] : [cut(label, room), took];
}

/** Lifelines with one arrow from party to party; something a party does by itself is a mark on its lifeline. */
function arrow({ from, to }: TraceEvent, { columns, pitch, terminal }: Drawing): string {
  const { colors } = terminal;
  const start = columns.indexOf(from);
  const end = columns.indexOf(to);
  const [left, right] = [Math.min(start, end), Math.max(start, end)];
  const middle = Math.floor(pitch / 2) - 1;
  return columns
    .map((_, column) => {
      const lineBefore = column > left && column <= right;
      const lineAfter = column >= left && column < right;
      const mark = markAt(column, { start, end });
      const before = (lineBefore ? "─" : " ").repeat(middle);
      const after = (lineAfter ? "─" : " ").repeat(pitch - middle - 1);
      return [
        lineBefore ? colors.cyan(before) : before,
        mark === "│" ? colors.dim(mark) : colors.cyan(mark),
        lineAfter ? colors.cyan(after) : after,
      ].join("");
    })
    .join("");
}

function markAt(column: number, { start, end }: { start: number; end: number }): string {
  if (start === end) return column === start ? "◆" : "│";
  if (column === start) return start < end ? "├" : "┤";
  if (column === end) return start < end ? "▶" : "◀";
  return column > Math.min(start, end) && column < Math.max(start, end) ? "┼" : "│";
}
