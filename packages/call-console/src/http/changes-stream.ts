import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";

/** What happens, under the name of the event that the page hears it by. */
export interface Change {
  readonly type: string;
}

/** Something that the page is to know of: how it is now, and every change of it. */
export interface ChangeSource {
  now(): Change;
  listen(listener: (change: Change) => void): () => void;
}

/** So many changes wait for a page that does not read. */
const mostWaiting = 10_000;

/**
 * How things are, then every change as it happens (server-sent events). A page that falls too far behind is let go:
 * it comes again by itself, and is told anew how things are.
 */
export function changesStream(c: Context, sources: readonly ChangeSource[]): Response {
  return streamSSE(c, async (stream) => {
    const ended = new AbortController();
    const send = sender(stream, () => ended.abort());
    for (const source of sources) send(source.now());
    const stops = sources.map((source) => source.listen(send));
    stream.onAbort(() => ended.abort());
    await new Promise((resolve) => ended.signal.addEventListener("abort", resolve));
    for (const stop of stops) stop();
  });
}

function sender(stream: SSEStreamingApi, onTooSlow: () => void): (change: Change) => void {
  let waiting = 0;
  return ({ type, ...change }) => {
    if (waiting >= mostWaiting) return onTooSlow();
    waiting += 1;
    void stream.writeSSE({ event: type, data: JSON.stringify(change) }).then(() => {
      waiting -= 1;
    });
  };
}
