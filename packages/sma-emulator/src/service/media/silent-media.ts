import type { Clock } from "@skill-call/emulation";
import { waited } from "@skill-call/emulation";
import type { Audio, Media } from "./media.ts";

/** About 150 words a minute, as Polly speaks. */
const msPerCharacter = 65;

export interface SilentMediaOptions {
  readonly clock: Clock;
  /** Length of an audio file in milliseconds, undefined when there is none; any file lasts 3 s without it. */
  readonly audioMs?: (audio: Audio) => number | undefined;
}

/** Media without sound: everything takes its time, nobody hears it. */
export function createSilentMedia({ clock, audioMs = () => 3000 }: SilentMediaOptions): Media {
  return {
    speak: async ({ text, textType }, signal) => {
      await waited({ clock, ms: speechMs(text, textType), signal });
    },
    play: async (audio, signal) => {
      const ms = audioMs(audio);
      if (ms === undefined) return false;
      await waited({ clock, ms, signal });
      return true;
    },
    ringBack: async () => {},
    record: async ({ silence }, signal) => {
      if (silence) await waited({ clock, ms: silence.ms, signal });
      else await stopped(signal);
      return true;
    },
    recordCall: async () => {},
    dial: async ({ digits, toneMs }, signal) => {
      await waited({ clock, ms: diallingMs(digits, toneMs), signal });
      return true;
    },
  };
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

/** Guide, "SendDigits": a comma waits half a second. Between two keys the finger needs a moment. */
function diallingMs(digits: string, toneMs: number): number {
  const commas = digits.split(",").length - 1;
  return commas * 500 + (digits.length - commas) * (toneMs + 100);
}

/** How long it takes to say a text; SSML's tags are not said. */
function speechMs(text: string, textType: "text" | "ssml"): number {
  const said = textType === "ssml" ? text.replaceAll(/<[^<>]*>/g, "") : text;
  return said.length * msPerCharacter;
}
