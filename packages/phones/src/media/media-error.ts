/** Something about the media that cannot be done. */
export abstract class MediaError extends Error {
  abstract readonly code: string;
}

/** The far end offers no audio stream with a codec that we have: SIP 488. */
export class NotAcceptableError extends MediaError {
  override readonly name = "NotAcceptableError";
  readonly code = "media.not-acceptable";
}

/** What came from the far end is not a session description: SIP 400. */
export class SessionDescriptionError extends MediaError {
  override readonly name = "SessionDescriptionError";
  readonly code = "media.bad-description";
}

/** Every port that media may use is taken: SIP 503. */
export class NoPortError extends MediaError {
  override readonly name = "NoPortError";
  readonly code = "media.no-port";
}

/** A file is not a WAV file, or none that is played here. */
export class AudioFileError extends MediaError {
  override readonly name = "AudioFileError";
  readonly code = "media.bad-audio-file";
}
