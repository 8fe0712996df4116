import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { CallRecorder } from "../record/call-recorder.ts";

/** The calls so far, then every change as it happens (server-sent events). */
export function changesStream(c: Context, recorder: CallRecorder): Response {
  return streamSSE(c, async (stream) => {
    const send = (event: string, data: unknown) =>
      void stream.writeSSE({ event, data: JSON.stringify(data) });
    send("records", recorder.records);
    const stop = recorder.listen(({ type, ...change }) => send(type, change));
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    stop();
  });
}
