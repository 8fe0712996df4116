import type { Header, HeaderList } from "./header-list.ts";
import type { Body, SipRequest } from "./message.ts";
import { tagOf } from "./name-address.ts";
import { reasonPhrase } from "./reason-phrases.ts";
import { bodyHeaders, serializeParts } from "./serialize-message.ts";
import { formatVia } from "./via.ts";

/** What an answer says, beyond what it repeats from its request. */
export interface Answer {
  readonly status: number;
  readonly reason?: string | undefined;
  /** Added to To where the request had none of our tags. */
  readonly toTag?: string | undefined;
  readonly headers?: readonly Header[];
  readonly body?: Body | undefined;
}

/** The bytes of a response: RFC 3261 §8.2.6.2. @throws {SipUsageError} */
export function serializeResponse(request: SipRequest, answer: Answer): Buffer {
  const tag = tagOf(request.to) === undefined ? answer.toTag : undefined;
  return serializeAnswer(answer, [
    ...[request.via, ...request.earlierVias].map((via) => header("Via", formatVia(via))),
    ...(answer.status > 100 && answer.status < 300
      ? repeated(request.headers, "Record-Route")
      : []),
    ...repeated(request.headers, "From"),
    header("To", withTag(request.headers.get("To") ?? "", tag)),
    ...repeated(request.headers, "Call-ID"),
    ...repeated(request.headers, "CSeq"),
  ]);
}

/** The answer to a request that could not be read: whatever of it can be repeated. */
export function serializeRefusal(headers: HeaderList, answer: Answer): Buffer {
  const to = headers.get("To");
  const tag = to !== undefined && /;[ \t]*tag[ \t]*=/i.test(to) ? undefined : answer.toTag;
  return serializeAnswer(answer, [
    ...headers.all("Via").map((value) => header("Via", value)),
    ...repeated(headers, "From"),
    ...(to === undefined ? [] : [header("To", withTag(to, tag))]),
    ...repeated(headers, "Call-ID"),
    ...repeated(headers, "CSeq"),
  ]);
}

function serializeAnswer(answer: Answer, echoed: readonly Header[]): Buffer {
  const reason = answer.reason ?? reasonPhrase(answer.status);
  return serializeParts({
    startLine: `SIP/2.0 ${answer.status} ${reason}`,
    headers: [...echoed, ...(answer.headers ?? []), ...bodyHeaders(answer.body)],
    body: answer.body,
  });
}

function header(name: string, value: string): Header {
  return { name, value };
}

function repeated(headers: HeaderList, name: string): Header[] {
  return headers.all(name).map((value) => header(name, value));
}

function withTag(to: string, tag: string | undefined): string {
  return tag === undefined ? to : `${to};tag=${tag}`;
}
