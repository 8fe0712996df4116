import type { Audio, Ringback, Speech } from "../service/media/media.ts";
import type { SmaTraceEvent } from "../sma-trace.ts";
import type { Sound } from "./sma.ts";

/** What a step lets somebody hear; undefined where that is nothing. */
export function soundOf({
  kind,
  to,
  detail,
}: Pick<SmaTraceEvent, "kind" | "to" | "detail">): Sound | undefined {
  if (kind === "leg.speech") {
    const { text, textType } = detail as Speech;
    return { to, what: textType === "ssml" ? withoutTags(text) : text };
  }
  const audio = audioOf({ kind, detail });
  return audio && { to, what: `${audio.bucketName}/${audio.key}` };
}

function audioOf({ kind, detail }: Pick<SmaTraceEvent, "kind" | "detail">) {
  if (kind === "leg.audio") return detail as Audio;
  return kind === "leg.ringback" ? (detail as Ringback).file : undefined;
}

/** A text is found however it is spaced. */
export function isHeard({ what }: Sound, wanted: string | RegExp): boolean {
  const text = spaced(what);
  return typeof wanted === "string" ? text.includes(spaced(wanted)) : wanted.test(text);
}

function withoutTags(ssml: string): string {
  const entities: Readonly<Record<string, string>> = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
  };
  return spaced(ssml.replaceAll(/<[^<>]*>/g, " ")).replaceAll(
    /&(\w+);/g,
    (whole, name: string) => entities[name] ?? whole,
  );
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}
