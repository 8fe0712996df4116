export type MediaErrorCode =
  /** No audio stream with a codec of ours: SIP 488. */
  | "media.not-acceptable"
  /** Not a session description: SIP 400. */
  | "media.bad-description"
  /** Not a WAV file, or none that the service plays. */
  | "media.bad-audio-file";

/** Something about the media that an end cannot do. */
export class MediaError extends Error {
  override readonly name = "MediaError";
  readonly code: MediaErrorCode;

  constructor(code: MediaErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
