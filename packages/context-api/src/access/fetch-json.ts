import { send } from "@skill-call/aws-request";

/**
 * Gets a JSON document of the issuer.
 * @throws when it does not come whole, in time and from where it was asked for
 */
export type FetchJson = (url: string) => Promise<unknown>;

/** An agent waits: an issuer that hangs is not an issuer. */
const timeoutMs = 3000;

/** A large issuer's keys, with their certificates, are about 30 KB. */
const mostBytes = 256 * 1024;

/** No redirect is followed: the issuer is trusted, not whomever it names. */
export const fetchJson: FetchJson = async (url) => {
  const headers = { accept: "application/json" };
  const request = { method: "GET", url: new URL(url), headers, body: "" };
  const signal = AbortSignal.timeout(timeoutMs);
  const { status, body } = await send(request, { signal, mostBytes });
  if (status !== 200) throw new DocumentError(`The issuer answers ${status}`);
  return JSON.parse(body);
};

class DocumentError extends Error {
  override readonly name = "DocumentError";
}
