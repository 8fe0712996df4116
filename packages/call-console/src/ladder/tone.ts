import type { TraceEvent } from "@skill-call/emulation/trace";
import type { KindPrefix, KnownKind } from "../record/known-steps.ts";

/** What sort of step an arrow is; it decides the arrow's colour, and `trouble` is also said in words. */
export type Tone = "speech" | "skill" | "store" | "service" | "leg" | "sip" | "screen" | "trouble";

const troubles: ReadonlySet<string> = new Set<KnownKind>([
  "skill.response-refused",
  "call.refused",
  "sma.failed",
  "sma.answer-problem",
  "action.failed",
  "call.given-up",
  "leg.not-answered",
]);
const tones: readonly (readonly [prefix: KnownKind | KindPrefix, tone: Tone])[] = [
  ["caller.utterance", "speech"],
  ["alexa.speech", "speech"],
  ["leg.speech", "speech"],
  ["leg.audio", "speech"],
  ["table.", "store"],
  ["sma.", "service"],
  ["sip.", "sip"],
  ["agent.screen", "screen"],
  ["skill.", "skill"],
  ["alexa.", "skill"],
];

export function toneOf(event: Pick<TraceEvent, "kind" | "detail">): Tone {
  if (troubles.has(event.kind) || failed(event.detail)) return "trouble";
  return tones.find(([prefix]) => event.kind.startsWith(prefix))?.[1] ?? "leg";
}

/** A request to a store or an API that was not answered as it should be. */
function failed(detail: unknown): boolean {
  const { outcome, fault, answer } = (detail ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof outcome === "string" && outcome !== "ok") return true;
  const { status } = (answer ?? {}) as { readonly status?: unknown };
  return Boolean(fault) || (typeof status === "number" && status >= 400);
}
