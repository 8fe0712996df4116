import { legOf } from "../call/call-state.ts";
import { rungBack } from "../call-story.ts";
import type { ActionScope } from "./emulated-action.ts";
import type { AudioSource } from "./play-once.ts";

/**
 * Lets the leg of an action hear that somebody else's phone rings, until the answer is called. A leg that is not answered
 * hears a tone of the Lambda's own, and nothing without one: its own network lets it hear that (guide, "CallAndBridge":
 * call flows).
 */
export function ringBack(scope: ActionScope, tone: AudioSource | undefined): () => void {
  const stopped = new AbortController();
  const { callId, farEnd, ports } = scope;
  if (tone || legOf(scope.state, callId)?.status === "connected") {
    const file = tone && { bucketName: tone.BucketName, key: tone.Key };
    const ringback = { callId, ...(file && { file }) };
    scope.tell(rungBack(farEnd, ringback));
    ports.media
      .ringBack(ringback, stopped.signal)
      .catch((cause: unknown) => ports.log(`No ringback: ${String(cause)}`));
  }
  return () => stopped.abort();
}
