export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
}

/** The server-sent events of a response; EventSource would do it, but cannot send a token. */
export async function* readEvents({ body }: Response): AsyncGenerator<ServerSentEvent> {
  if (!body) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = "";
  for (;;) {
    const { done, value = "" } = await reader.read();
    const blocks = (pending + value).split("\n\n");
    pending = blocks.pop() ?? "";
    for (const block of blocks) {
      const { event, data } = fieldsOf(block);
      if (data !== undefined) yield { event: event ?? "message", data };
    }
    if (done) return;
  }
}

/** The API writes one line a field. */
function fieldsOf(block: string): { readonly event?: string; readonly data?: string } {
  return Object.fromEntries(
    block.split("\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
    }),
  );
}
