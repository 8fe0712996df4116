import type { Clock } from "../clock.ts";
import type { Media } from "../pstn-audio/media/media.ts";
import type { MediaEndpoint } from "./media-endpoint.ts";
import type { MediaLog } from "./media-log.ts";

export interface LegMediaOptions {
  readonly clock: Clock;
  /** The endpoint that the far end of a leg (its CallId) hears; undefined where there is none: then it is silent. */
  readonly endpointOf: (callId: string) => Promise<MediaEndpoint | undefined>;
  /** In place of S3: a file lies at `<folder>/<BucketName>/<Key>`. Without it there is no file. */
  readonly promptsFolder?: string;
  /** In place of S3: RecordAudio writes to `<folder>/<BucketName>/<Key>`. Without it nothing is kept. */
  readonly recordingsFolder?: string;
  readonly log?: MediaLog;
}

/** The service's media on real call legs. Where a leg has no endpoint everything takes its time, unheard. */
export type CreateLegMedia = (options: LegMediaOptions) => Media;
