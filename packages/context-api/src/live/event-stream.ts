/** One server-sent event (HTML Standard, section 9.2). */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: object;
}

/** Says nothing but that the stream is alive: a comment, which every reader skips. */
export const heartbeat = "heartbeat";

export type StreamPart = ServerSentEvent | typeof heartbeat;

/** A response that sends events as they come. */
export function eventStream(
  parts: AsyncGenerator<StreamPart>,
  { retryMs }: { readonly retryMs: number },
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode(`retry: ${retryMs}\n\n`)),
    async pull(stream) {
      const { done, value } = await parts.next();
      if (done) return stream.close();
      stream.enqueue(encoder.encode(textOf(value)));
    },
    cancel: async () => void (await parts.return(undefined)),
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

/** JSON has no line break, so an event's data is one line. */
function textOf(part: StreamPart): string {
  if (part === heartbeat) return ":\n\n";
  return `event: ${part.event}\ndata: ${JSON.stringify(part.data)}\n\n`;
}
