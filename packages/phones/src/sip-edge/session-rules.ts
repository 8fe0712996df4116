import type { Body } from "@skill-call/sip";
import { MediaError } from "../media/media-error.ts";
import { agree, type CodecName, codecNames } from "../media/sdp/audio-session.ts";
import { parseSdp } from "../media/sdp/parse-sdp.ts";

/** Which sessions far ends may have. */
export interface SessionRules {
  /** Media pass through us: a far end has its session with us, whomever it talks to. */
  readonly anchored: boolean;
  /** Takes only what a Voice Connector takes; otherwise that is a warning. */
  readonly strict: boolean;
}

/** Developer guide, "Voice Connector": G.711 µ-law over RTP. */
const ofVoiceConnectors: readonly CodecName[] = ["PCMU"];

/** What our own media take. */
export function codecsFor({ strict }: SessionRules): readonly CodecName[] {
  return strict ? ofVoiceConnectors : codecNames;
}

export type Judgement =
  | { readonly verdict: "fine" }
  | { readonly verdict: "warned" | "refused"; readonly why: string };

/** What becomes of a session that a far end offers, or answers with. */
export function judged(session: Body, rules: SessionRules): Judgement {
  const { strict, anchored } = rules;
  const ours = anchored || strict ? problemWith(session, codecsFor(rules)) : undefined;
  if (ours !== undefined) return { verdict: "refused", why: ours };
  const theirs = problemWith(session, ofVoiceConnectors);
  if (theirs === undefined) return { verdict: "fine" };
  return { verdict: "warned", why: `A Voice Connector would refuse this session. ${theirs}` };
}

function problemWith({ content }: Body, codecs: readonly CodecName[]): string | undefined {
  try {
    agree(parseSdp(content.toString()), codecs);
    return undefined;
  } catch (error) {
    if (error instanceof MediaError) return error.message;
    throw error;
  }
}
