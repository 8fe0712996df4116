import type { Clock } from "../clock.ts";
import type { Media } from "../pstn-audio/media/media.ts";
import type { MediaEndpoint } from "./media-endpoint.ts";
import type { MediaLog } from "./media-log.ts";

export interface LegMediaOptions {
  readonly clock: Clock;
  /** In place of S3: a file lies at `<folder>/<BucketName>/<Key>`. */
  readonly promptsFolder?: string;
  /** Where RecordAudio writes: `<folder>/<BucketName>/<Prefix>…wav`. */
  readonly recordingsFolder?: string;
  readonly log?: MediaLog;
}

/** The service's media on real call legs; a leg without an endpoint is silent, and everything still takes its time. */
export interface LegMedia extends Media {
  /** The media of a leg (its CallId) go through this endpoint from now on, until the answer is called. */
  attach(callId: string, endpoint: MediaEndpoint): () => void;
}
