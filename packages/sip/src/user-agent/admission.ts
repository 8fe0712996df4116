import type { HeaderList } from "../message/header-list.ts";
import type { SipRequest } from "../message/message.ts";
import { tagOf } from "../message/name-address.ts";
import { optionTags } from "../message/option-tags.ts";
import type { Answer } from "../message/response-draft.ts";
import { mediaTypeOf, sessionType } from "../message/session-part.ts";
import { acceptHeader, allowHeader } from "./allowed-methods.ts";
import { refusedInterval, timerExtension } from "./session-timer.ts";

/** Methods of other RFCs: refused as known (405), not as unknown (501). */
const knownMethods = new Set([
  "MESSAGE",
  "NOTIFY",
  "PRACK",
  "PUBLISH",
  "REFER",
  "REGISTER",
  "SUBSCRIBE",
]);

export interface Served {
  readonly methods: readonly string[];
  /** It came over TLS. */
  readonly secured: boolean;
}

/** What a request that we cannot serve is answered: RFC 3261 §8.2; undefined for one that we can. */
export function refusalOf(request: SipRequest, { methods, secured }: Served): Answer | undefined {
  return (
    refusedMethod(request, methods) ??
    refusedUri(request, secured) ??
    refusedExtension(request) ??
    refusedInvite(request)
  );
}

function refusedMethod({ method }: SipRequest, served: readonly string[]): Answer | undefined {
  if (served.includes(method)) return undefined;
  return { status: knownMethods.has(method) ? 405 : 501, headers: [allowHeader] };
}

function refusedUri({ uri }: SipRequest, secured: boolean): Answer | undefined {
  const served = uri.kind === "tel" || (uri.kind === "sip" && (secured || uri.scheme === "sip"));
  return served ? undefined : { status: 416 };
}

/** Timers are the only extension by which a peer can bind us. */
function refusedExtension({ headers }: SipRequest): Answer | undefined {
  const unknown = optionTags(headers, "Require").filter((tag) => tag !== timerExtension);
  if (unknown.length === 0) return undefined;
  return { status: 420, headers: [{ name: "Unsupported", value: unknown.join(", ") }] };
}

function refusedInvite(request: SipRequest): Answer | undefined {
  if (request.method !== "INVITE") return undefined;
  // An INVITE may go on from here, and then counts as a hop: RFC 7332 §4.
  if (request.maxForwards === 0 && tagOf(request.to) === undefined) return { status: 483 };
  if (request.body && mediaTypeOf(request.body.contentType) !== sessionType) {
    return { status: 415, headers: [acceptHeader] };
  }
  if (request.body && isEncoded(request.headers)) {
    return { status: 415, headers: [{ name: "Accept-Encoding", value: "identity" }] };
  }
  if (!takesSdp(request.headers.all("Accept"))) return { status: 406 };
  return refusedInterval(request.headers);
}

/** Without an Accept header, SDP is what the caller takes: RFC 3261 §20.1. */
function takesSdp(accepts: readonly string[]): boolean {
  const ranges = accepts.flatMap((value) => value.split(",")).map(mediaTypeOf);
  return (
    ranges.length === 0 ||
    ranges.some((range) => range === sessionType || range === "application/*" || range === "*/*")
  );
}

/** RFC 3261 §20.12; nobody compresses a body but to try. */
function isEncoded(headers: HeaderList): boolean {
  return headers.all("Content-Encoding").some((value) => !/^\s*(?:identity\s*)?$/i.test(value));
}
