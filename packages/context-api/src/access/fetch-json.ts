/**
 * Gets a JSON document of the issuer.
 * @throws when it does not come whole, in time and from where it was asked for
 */
export type FetchJson = (url: string) => Promise<unknown>;

/** An agent waits: an issuer that hangs is not an issuer. */
const timeoutMs = 3000;

/** A large issuer's keys, with their certificates, are about 30 KB. */
const mostBytes = 256 * 1024;

export const fetchJson: FetchJson = async (url) => {
  const response = await fetch(url, {
    headers: { accept: "application/json" },
    signal: AbortSignal.timeout(timeoutMs),
    redirect: "error",
  });
  if (response.status !== 200) throw new DocumentError(`The issuer answers ${response.status}`);
  return JSON.parse(await textOf(response));
};

/** `Content-Length` is what the sender says of it. */
async function textOf({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new DocumentError("The issuer's document is too large");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

class DocumentError extends Error {
  override readonly name = "DocumentError";
}
