/** One server-sent event (HTML Standard, section 9.2). */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: object;
}

/** A response that sends events as they come; JSON has no line break, so an event's data is one line. */
export function eventStream(
  events: AsyncGenerator<ServerSentEvent>,
  { retryMs }: { readonly retryMs: number },
): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode(`retry: ${retryMs}\n\n`)),
    async pull(stream) {
      const { done, value } = await events.next();
      if (done) return stream.close();
      const { event, data } = value;
      stream.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
    },
    cancel: async () => void (await events.return(undefined)),
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}
