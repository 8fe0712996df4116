/** The first event of the context API's stream of a call: from then on the page that reads it shows the context. */
const firstContext = "event: context\n";

/** Hands a stream of the context API on as it is, and tells when a whole context has gone through. */
export function watchForContext(onContext: () => void): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  let seen: string | undefined = "";
  return new TransformStream({
    transform: (chunk, controller) => {
      controller.enqueue(chunk);
      if (seen === undefined) return;
      seen += decoder.decode(chunk, { stream: true });
      const begins = seen.indexOf(firstContext);
      if (begins < 0 || !seen.includes("\n\n", begins)) return;
      seen = undefined;
      onContext();
    },
  });
}
