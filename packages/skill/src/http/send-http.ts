import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { text } from "node:stream/consumers";
import { failureKindOf, HttpFailure } from "./http-failure.ts";

export interface HttpRequest {
  readonly method: "GET" | "POST" | "PUT";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Ends the request; without one a silent server would hold the caller forever. */
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Sends one request, once.
 * @throws {HttpFailure} of kind `timeout` or `connection-lost` when no whole answer came
 */
export type SendHttp = (request: HttpRequest) => Promise<HttpAnswer>;

/** Node's own HTTP: the first global `fetch` of a cold Lambda costs about 40 ms, this does not. */
export const sendHttp: SendHttp = (request) =>
  new Promise((resolve, reject) => {
    const fail = (cause: unknown) =>
      reject(new HttpFailure(request.signal.aborted ? "timeout" : "connection-lost", { cause }));
    const { method, headers, signal, body } = request;
    const send = request.url.startsWith("https:") ? requestHttps : requestHttp;
    // No kept connection: one that died while the Lambda was frozen would fail a request that is never retried.
    const outgoing = send(request.url, { method, headers, signal, agent: false });
    outgoing.on("error", fail);
    outgoing.on("response", (incoming) => {
      const answer = { status: incoming.statusCode ?? 0, headers: singleHeaders(incoming.headers) };
      text(incoming).then((received) => resolve({ ...answer, body: received }), fail);
    });
    outgoing.end(body);
  });

function singleHeaders(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]);
  return Object.fromEntries(entries);
}

/**
 * Answers an answer of success as it is.
 * @throws {HttpFailure} for any other status
 */
export function successful(answer: HttpAnswer): HttpAnswer {
  const { status } = answer;
  if (status >= 200 && status < 300) return answer;
  throw new HttpFailure(failureKindOf(status), { status });
}
