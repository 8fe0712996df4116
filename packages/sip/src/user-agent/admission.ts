import type { SipRequest } from "../message/message.ts";
import { tagOf } from "../message/name-address.ts";
import type { Answer } from "../message/response-draft.ts";
import { acceptHeader, allowHeader } from "./allowed-methods.ts";

/** Methods of other RFCs: refused as known (405), not as unknown (501). */
const knownMethods = new Set([
  "MESSAGE",
  "NOTIFY",
  "PRACK",
  "PUBLISH",
  "REFER",
  "REGISTER",
  "SUBSCRIBE",
  "UPDATE",
]);

/** What a request that we cannot serve is answered: RFC 3261 §8.2; undefined for one that we can. */
export function refusalOf(request: SipRequest, served: readonly string[]): Answer | undefined {
  return (
    refusedMethod(request, served) ??
    refusedUri(request) ??
    refusedExtension(request) ??
    refusedInvite(request)
  );
}

function refusedMethod({ method }: SipRequest, served: readonly string[]): Answer | undefined {
  if (served.includes(method)) return undefined;
  return { status: knownMethods.has(method) ? 405 : 501, headers: [allowHeader] };
}

function refusedUri({ uri }: SipRequest): Answer | undefined {
  const served = uri.kind === "tel" || (uri.kind === "sip" && uri.scheme === "sip");
  return served ? undefined : { status: 416 };
}

/** We know no extension by which a peer could bind us. */
function refusedExtension({ headers }: SipRequest): Answer | undefined {
  const required = headers.all("Require").filter((value) => value !== "");
  if (required.length === 0) return undefined;
  return { status: 420, headers: [{ name: "Unsupported", value: required.join(", ") }] };
}

function refusedInvite(request: SipRequest): Answer | undefined {
  if (request.method !== "INVITE") return undefined;
  // An INVITE may go on from here, and then counts as a hop: RFC 7332 §4.
  if (request.maxForwards === 0 && tagOf(request.to) === undefined) return { status: 483 };
  if (request.body && mediaType(request.body.contentType) !== acceptHeader.value) {
    return { status: 415, headers: [acceptHeader] };
  }
  return takesSdp(request.headers.all("Accept")) ? undefined : { status: 406 };
}

/** Without an Accept header, SDP is what the caller takes: RFC 3261 §20.1. */
function takesSdp(accepts: readonly string[]): boolean {
  const ranges = accepts.flatMap((value) => value.split(",")).map(mediaType);
  return (
    ranges.length === 0 ||
    ranges.some(
      (range) => range === "application/sdp" || range === "application/*" || range === "*/*",
    )
  );
}

function mediaType(contentType: string): string {
  return (contentType.split(";")[0] ?? "").replaceAll(/\s/g, "").toLowerCase();
}
