import type { TraceEvent } from "@skill-call/emulation/trace";
import { laneName, lanesInOrder } from "./lane-names.ts";
import { type Tone, toneOf } from "./tone.ts";

/** A lifeline from the top to the bottom. */
export interface LadderLane {
  readonly party: string;
  readonly name: string;
  readonly x: number;
}

/** One arrow, or the mark of something that a party does by itself. */
export interface LadderRow {
  /** Of the event in the call. */
  readonly index: number;
  /** Of the arrow; its label stands above. */
  readonly y: number;
  readonly fromX: number;
  readonly toX: number;
  readonly tone: Tone;
  readonly label: string;
  readonly labelX: number;
  readonly labelAnchor: "start" | "end";
  /** Since the first event. */
  readonly time: string;
  /** Who does it, and to whom. */
  readonly who: string;
}

/** A time in which nothing happened. */
export interface LadderPause {
  readonly y: number;
  readonly label: string;
}

/** Where everything of a call ladder stands, in pixels. */
export interface LadderLayout {
  readonly width: number;
  readonly height: number;
  /** From lifeline to lifeline. */
  readonly pitch: number;
  readonly lanes: readonly LadderLane[];
  readonly rows: readonly LadderRow[];
  readonly pauses: readonly LadderPause[];
}

export const headHeight = 44;
export const rowHeight = 34;
export const timeWidth = 58;
const usualPitch = 104;
const narrowestPitch = 58;
const widestPitch = 200;
const pauseHeight = 26;
const longPauseMs = 1_000;
/** Of the label's font, on the generous side. */
const characterWidth = 6.7;
const labelGap = 8;
const longestLabel = 64;

/**
 * Lays a call ladder out: a lane for each party that takes part, a row for each event, top to bottom.
 * @param room how wide it should be, as far as its lanes can be narrower or wider
 */
export function ladderLayout(events: readonly TraceEvent[], room?: number): LadderLayout {
  const present = new Set(events.flatMap(({ from, to }) => [from, to]));
  const pitch = pitchFor(present.size, room);
  const width = timeWidth + Math.max(1, present.size) * pitch;
  const lanes = lanesOf(present, pitch);
  const laneOf = new Map(lanes.map((lane) => [lane.party, lane]));
  const rows: LadderRow[] = [];
  const pauses: LadderPause[] = [];
  const start = events[0]?.at ?? 0;
  let y = headHeight;
  for (const [index, event] of events.entries()) {
    const idleMs = event.at - (events[index - 1]?.at ?? event.at);
    if (idleMs >= longPauseMs) {
      pauses.push({ y: y + pauseHeight / 2 + 4, label: `${inMs(idleMs)} later` });
      y += pauseHeight;
    }
    y += rowHeight;
    const [from, to] = [laneOf.get(event.from), laneOf.get(event.to)];
    if (!from || !to) continue;
    rows.push(rowOf(event, { index, y, width, offsetMs: event.at - start, from, to }));
  }
  return { width, height: y + rowHeight / 2, pitch, lanes, rows, pauses };
}

function pitchFor(lanes: number, room: number | undefined): number {
  if (room === undefined || lanes === 0) return usualPitch;
  const fitting = Math.floor((room - timeWidth) / lanes);
  return Math.max(narrowestPitch, Math.min(fitting, widestPitch));
}

function lanesOf(present: ReadonlySet<string>, pitch: number): readonly LadderLane[] {
  return lanesInOrder(present).map((party, column) => ({
    party,
    name: laneName(party, present),
    x: timeWidth + pitch / 2 + column * pitch,
  }));
}

interface RowPlace {
  readonly index: number;
  readonly y: number;
  readonly width: number;
  readonly offsetMs: number;
  readonly from: LadderLane;
  readonly to: LadderLane;
}

function rowOf(event: TraceEvent, { index, y, width, offsetMs, from, to }: RowPlace): LadderRow {
  const tone = toneOf(event);
  const label = shortened(labelOf(event, tone), width);
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  return {
    index,
    y,
    fromX: from.x,
    toX: to.x,
    tone,
    label,
    ...labelPlace(label, { left, right, width }),
    time: inMs(offsetMs),
    who: from === to ? from.name : `${from.name} to ${to.name}`,
  };
}

/** Above the arrow from its left end; where that runs out of the picture, up to its right end. */
function labelPlace(
  label: string,
  { left, right, width }: { readonly left: number; readonly right: number; readonly width: number },
): Pick<LadderRow, "labelX" | "labelAnchor"> {
  const needed = label.length * characterWidth;
  if (left + labelGap + needed <= width) return { labelX: left + labelGap, labelAnchor: "start" };
  return { labelX: Math.max(right - labelGap, timeWidth + needed), labelAnchor: "end" };
}

function labelOf({ label, durationMs }: TraceEvent, tone: Tone): string {
  const took = durationMs === undefined ? "" : ` · ${Math.round(durationMs)} ms`;
  return `${tone === "trouble" ? "⚠ " : ""}${label}${took}`;
}

/** As long as it fits into the picture; the step itself says all of it. */
function shortened(label: string, width: number): string {
  const fitting = Math.floor((width - timeWidth - labelGap) / characterWidth);
  const longest = Math.min(longestLabel, fitting);
  const characters = [...label];
  return characters.length <= longest ? label : `${characters.slice(0, longest - 1).join("")}…`;
}

/** Everything in one unit, whole: a table of times is compared by eye. */
function inMs(ms: number): string {
  return `${Math.round(ms)} ms`;
}
