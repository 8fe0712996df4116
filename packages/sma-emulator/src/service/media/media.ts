import type { RecordingTrack } from "@skill-call/pstn-audio";

/** A text to be said to a leg. */
export interface Speech {
  readonly callId: string;
  readonly text: string;
  readonly textType: "text" | "ssml";
  readonly languageCode?: string;
  readonly voiceId?: string;
}

/** An audio file to be played to a leg. */
export interface Audio {
  readonly callId: string;
  readonly bucketName: string;
  readonly key: string;
}

/** What a leg hears while somebody else's phone rings. */
export interface Ringback {
  readonly callId: string;
  /** A ringback tone without it. */
  readonly file?: Pick<Audio, "bucketName" | "key">;
}

/** An audio file to be made of what a leg says. */
export interface Recording {
  readonly callId: string;
  readonly bucketName: string;
  readonly key: string;
  /** Ends the recording after so long a silence; whatever is not louder than the threshold (1–1,000) is one. */
  readonly silence?: { readonly ms: number; readonly threshold: number };
}

/** Keys to be pressed towards a leg. */
export interface Dialling {
  readonly callId: string;
  /** 0–9, *, #, A–D; a comma waits half a second. */
  readonly digits: string;
  readonly toneMs: number;
}

/** An audio file to be made of what a leg says and hears, whatever else happens in its call. */
export interface CallRecording {
  readonly bucketName: string;
  readonly key: string;
  readonly track: RecordingTrack;
}

/** What becomes of the recording of a leg's call. */
export type CallRecordingChange =
  | { readonly what: "starts"; readonly recording: CallRecording }
  | { readonly what: "stops" | "pauses" | "resumes" };

/** The ears and the mouth of the service on a leg. */
export interface Media {
  /** Resolves when it is said, or at once when the signal stops it. */
  speak(speech: Speech, signal: AbortSignal): Promise<void>;
  /** Resolves when it is over, or stopped; `false` when there is no such file. */
  play(audio: Audio, signal: AbortSignal): Promise<boolean>;
  /** Goes on until the signal stops it. */
  ringBack(ringback: Ringback, signal: AbortSignal): Promise<void>;
  /** Resolves when the signal or silence has ended it and the file is there; `false` when it cannot be kept. */
  record(recording: Recording, signal: AbortSignal): Promise<boolean>;
  /** A recording goes on until it stops or the leg is down, and is written then. */
  recordCall(callId: string, change: CallRecordingChange): Promise<void>;
  /** Resolves when all is dialled, or stopped; `false` when the leg takes no keys. */
  dial(dialling: Dialling, signal: AbortSignal): Promise<boolean>;
}
