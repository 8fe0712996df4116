import { type Party, parties, type TraceEvent } from "../../trace.ts";
import { laneNames } from "./lane-names.ts";
import { type Tone, toneOf } from "./tone.ts";

/** A lifeline from the top to the bottom. */
export interface LadderLane {
  readonly party: Party;
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
  readonly lanes: readonly LadderLane[];
  readonly rows: readonly LadderRow[];
  readonly pauses: readonly LadderPause[];
}

export const headHeight = 44;
export const rowHeight = 34;
export const timeWidth = 62;
const lanePitch = 104;
const sideMargin = 52;
const pauseHeight = 26;
const longPauseMs = 1_000;
/** Of the label's font, on the generous side. */
const characterWidth = 6.7;
const labelGap = 8;
const longestLabel = 64;

/** Lays a call ladder out: a lane for each party that takes part, a row for each event, top to bottom. */
export function ladderLayout(events: readonly TraceEvent[]): LadderLayout {
  const lanes = lanesOf(events);
  const width = timeWidth + Math.max(1, lanes.length) * lanePitch;
  const xOf = new Map(lanes.map(({ party, x }) => [party, x]));
  const rows: LadderRow[] = [];
  const pauses: LadderPause[] = [];
  const start = events[0]?.at ?? 0;
  let y = headHeight;
  for (const [index, event] of events.entries()) {
    const idleMs = event.at - (events[index - 1]?.at ?? event.at);
    if (idleMs >= longPauseMs) {
      pauses.push({ y: y + pauseHeight / 2 + 4, label: `${seconds(idleMs)} later` });
      y += pauseHeight;
    }
    y += rowHeight;
    const at = { index, y, width, offsetMs: event.at - start };
    rows.push(rowOf(event, at, { from: xOf.get(event.from) ?? 0, to: xOf.get(event.to) ?? 0 }));
  }
  return { width, height: y + rowHeight / 2, lanes, rows, pauses };
}

function lanesOf(events: readonly TraceEvent[]): readonly LadderLane[] {
  const present = new Set(events.flatMap(({ from, to }) => [from, to]));
  return parties
    .filter((party) => present.has(party))
    .map((party, column) => ({
      party,
      name: laneNames[party],
      x: timeWidth + sideMargin + column * lanePitch,
    }));
}

interface RowPlace {
  readonly index: number;
  readonly y: number;
  readonly width: number;
  readonly offsetMs: number;
}

function rowOf(
  event: TraceEvent,
  { index, y, width, offsetMs }: RowPlace,
  { from, to }: { readonly from: number; readonly to: number },
): LadderRow {
  const tone = toneOf(event);
  const label = shortened(labelOf(event, tone));
  return {
    index,
    y,
    fromX: from,
    toX: to,
    tone,
    label,
    ...labelPlace(label, { left: Math.min(from, to), right: Math.max(from, to), width }),
    time: offsetMs < 10_000 ? `${Math.round(offsetMs)} ms` : `${(offsetMs / 1000).toFixed(2)} s`,
    who: whoOf(event),
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

function shortened(label: string): string {
  const characters = [...label];
  return characters.length <= longestLabel
    ? label
    : `${characters.slice(0, longestLabel - 1).join("")}…`;
}

function whoOf({ from, to }: TraceEvent): string {
  return from === to ? laneNames[from] : `${laneNames[from]} to ${laneNames[to]}`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
