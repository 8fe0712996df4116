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

/** The ears and the mouth of the service on a leg. */
export interface Media {
  /** Resolves when it is said, or at once when the signal stops it. */
  speak(speech: Speech, signal: AbortSignal): Promise<void>;
  /** Resolves when it is over, or stopped; `false` when there is no such file. */
  play(audio: Audio, signal: AbortSignal): Promise<boolean>;
}
