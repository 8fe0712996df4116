/** Something about the media that cannot be done. */
export abstract class MediaError extends Error {
  abstract readonly code: string;
}

/** The far end offers no audio stream with a codec of ours: SIP 488. */
export class NotAcceptableError extends MediaError {
  override readonly name = "NotAcceptableError";
  readonly code = "media.not-acceptable";
}

/** What came from the far end is no session description: SIP 400. */
export class SessionDescriptionError extends MediaError {
  override readonly name = "SessionDescriptionError";
  readonly code = "media.bad-description";
}

/** A file is no WAV file, or none that is played here. */
export class AudioFileError extends MediaError {
  override readonly name = "AudioFileError";
  readonly code = "media.bad-audio-file";
}
