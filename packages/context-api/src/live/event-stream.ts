/** One server-sent event (HTML Standard, section 9.2). */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: object;
  /** What a reader says that it has read, as `Last-Event-ID`. */
  readonly id?: string;
}

/** Says nothing but that the stream is alive: a comment, which every reader skips. */
export const heartbeat = "heartbeat";

export type StreamPart = ServerSentEvent | typeof heartbeat;

export interface StreamOptions {
  readonly retryMs: number;
  /** Nobody reads on. */
  readonly onCancel: () => void;
}

/** A response that sends events as they come. */
export function eventStream(
  parts: AsyncGenerator<StreamPart>,
  { retryMs, onCancel }: StreamOptions,
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode(`retry: ${retryMs}\n\n`)),
    async pull(stream) {
      const { done, value } = await parts.next();
      if (done) return stream.close();
      stream.enqueue(encoder.encode(textOf(value)));
    },
    cancel: async () => {
      onCancel();
      await parts.return(undefined);
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

/** JSON has no line break, so an event's data is one line. */
function textOf(part: StreamPart): string {
  if (part === heartbeat) return ":\n\n";
  const id = part.id === undefined ? "" : `id: ${part.id}\n`;
  return `${id}event: ${part.event}\ndata: ${JSON.stringify(part.data)}\n\n`;
}
