import type { TraceEvent } from "@skill-call/emulation/trace";
import type { KnownLane } from "../ladder/lane-names.ts";

/** The kinds of steps that the console reads something of; of every other it shows arrow, label and detail. */
const knownKinds = [
  "action.failed",
  "agent.joined",
  "agent.screen",
  "alexa.speech",
  "call.given-up",
  "call.over",
  "call.placed",
  "call.refused",
  "caller.utterance",
  "leg.answered",
  "leg.audio",
  "leg.dialled",
  "leg.joined",
  "leg.not-answered",
  "leg.ringing",
  "leg.speech",
  "sip.request",
  "sip.response",
  "skill.response",
  "skill.response-refused",
  "sma.answer-problem",
  "sma.failed",
  "table.request",
] as const;

export type KnownKind = (typeof knownKinds)[number];

/** How the names of related kinds begin, such as `sip.`. */
export type KindPrefix<Kind extends string = KnownKind> = Kind extends `${infer First}.${string}`
  ? `${First}.`
  : never;

/** The kind of a step, where the console reads it. */
export function knownKind({ kind }: Pick<TraceEvent, "kind">): KnownKind | undefined {
  return knownKinds.find((known) => known === kind);
}

const sip: KindPrefix = "sip.";

/** Whether a step is a message on the wire; its detail holds the message. */
export function isSipMessage({ kind }: Pick<TraceEvent, "kind">): boolean {
  return kind.startsWith(sip);
}

/**
 * The steps of calls that the console shows with all it has: they are told by these names. A name that the console
 * reads and nobody tells leaves nothing that a step could be used as.
 */
export type ShownStep<Lane extends string, Kind extends string> = [KnownKind] extends [Kind]
  ? [KnownLane] extends [Lane]
    ? TraceEvent<Lane, Kind>
    : { readonly nobodyIs: Exclude<KnownLane, Lane> }
  : { readonly nobodyTells: Exclude<KnownKind, Kind> };
