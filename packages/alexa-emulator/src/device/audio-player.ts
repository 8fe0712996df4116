import * as v from "valibot";

/** What a device plays for the skill, as `context.AudioPlayer` tells it. */
export interface PlayerState {
  readonly playerActivity: "IDLE" | "PLAYING" | "STOPPED" | "FINISHED" | "PAUSED";
  readonly token?: string;
  readonly offsetInMilliseconds?: number;
}

const play = v.object({
  type: v.literal("AudioPlayer.Play"),
  playBehavior: v.picklist(["REPLACE_ALL", "ENQUEUE", "REPLACE_ENQUEUED"]),
  audioItem: v.object({
    stream: v.object({
      url: v.pipe(v.string(), v.startsWith("https://", "is not HTTPS")),
      token: v.string(),
      expectedPreviousToken: v.nullish(v.string()),
      offsetInMilliseconds: v.pipe(v.number(), v.integer()),
    }),
  }),
});

const directive = v.variant("type", [
  play,
  v.object({ type: v.literal("AudioPlayer.Stop") }),
  v.object({
    type: v.literal("AudioPlayer.ClearQueue"),
    clearBehavior: v.picklist(["CLEAR_ENQUEUED", "CLEAR_ALL"]),
  }),
]);

export type AudioDirective = v.InferOutput<typeof directive>;

type Stream = v.InferOutput<typeof play>["audioItem"]["stream"];

/** Reads a directive of the AudioPlayer interface, or says what is wrong with it. */
export function readAudioDirective(
  raw: unknown,
): { readonly directive: AudioDirective } | { readonly problem: string } {
  const parsed = v.safeParse(directive, raw);
  if (parsed.success) return { directive: parsed.output };
  const [issue] = parsed.issues;
  return { problem: `${v.getDotPath(issue) ?? "type"}: ${issue.message}` };
}

/** What is played is not heard; what is told of it, and what comes next, is as the skill said. */
export class AudioPlayer {
  #state: PlayerState = { playerActivity: "IDLE" };
  #queue: readonly Stream[] = [];

  get state(): PlayerState {
    return this.#state;
  }

  carryOut(audio: AudioDirective): void {
    switch (audio.type) {
      case "AudioPlayer.Play":
        this.#play(audio.playBehavior, audio.audioItem.stream);
        break;
      case "AudioPlayer.Stop":
        this.#become("STOPPED");
        break;
      case "AudioPlayer.ClearQueue":
        this.#queue = [];
        if (audio.clearBehavior === "CLEAR_ALL") this.#become("STOPPED");
    }
  }

  /** The device tells the skill of this: `PlaybackNearlyFinished` changes nothing, `PlaybackFinished` begins the next. */
  happened(request: string): void {
    if (request === "AudioPlayer.PlaybackStarted") this.#become("PLAYING");
    if (request === "AudioPlayer.PlaybackStopped") this.#become("STOPPED");
    if (request === "AudioPlayer.PlaybackFailed") this.#become("STOPPED");
    if (request !== "AudioPlayer.PlaybackFinished") return;
    const [next, ...rest] = this.#queue;
    this.#queue = rest;
    if (next) this.#begin(next);
    else this.#become("FINISHED");
  }

  #play(behavior: "REPLACE_ALL" | "ENQUEUE" | "REPLACE_ENQUEUED", stream: Stream): void {
    const isPlaying = this.#state.playerActivity === "PLAYING";
    if (behavior === "REPLACE_ALL" || !isPlaying) {
      this.#queue = [];
      this.#begin(stream);
    } else {
      this.#queue = behavior === "ENQUEUE" ? [...this.#queue, stream] : [stream];
    }
  }

  #begin({ token, offsetInMilliseconds }: Stream): void {
    this.#state = { playerActivity: "PLAYING", token, offsetInMilliseconds };
  }

  #become(playerActivity: PlayerState["playerActivity"]): void {
    this.#state = { ...this.#state, playerActivity };
  }
}
