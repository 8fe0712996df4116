import type { Header } from "./header-list.ts";
import type { Body } from "./message.ts";
import { bodyHeaders, serializeParts } from "./serialize-message.ts";
import type { Uri } from "./uri.ts";

/** A request of ours before it is known which transport it leaves by. */
export interface RequestDraft {
  readonly method: string;
  /** The Request-URI. */
  readonly uri: string;
  /** Where it is sent: the Request-URI, or the first hop of the route. */
  readonly nextHop: Uri;
  readonly routes: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly callId: string;
  readonly sequence: number;
  readonly maxForwards: number;
  readonly headers: readonly Header[];
  readonly body?: Body | undefined;
}

/** What the transport adds to a draft. */
export interface RequestStamp {
  readonly via: string;
  /** Where later requests of the dialog shall go. */
  readonly contact?: string;
}

export function serializeRequest(draft: RequestDraft, { via, contact }: RequestStamp): Buffer {
  return serializeParts({
    startLine: `${draft.method} ${draft.uri} SIP/2.0`,
    headers: [
      { name: "Via", value: via },
      { name: "Max-Forwards", value: String(draft.maxForwards) },
      ...draft.routes.map((value) => ({ name: "Route", value })),
      { name: "From", value: draft.from },
      { name: "To", value: draft.to },
      { name: "Call-ID", value: draft.callId },
      { name: "CSeq", value: `${draft.sequence} ${draft.method}` },
      ...(contact === undefined ? [] : [{ name: "Contact", value: contact }]),
      ...draft.headers,
      ...bodyHeaders(draft.body),
    ],
    body: draft.body,
  });
}

/** RFC 3261 §9.1: the same request once more, as far as every hop is concerned. */
export function cancelDraft(invite: RequestDraft, headers: readonly Header[]): RequestDraft {
  return { ...invite, method: "CANCEL", headers, body: undefined };
}

/** RFC 3261 §17.1.1.3: what acknowledges a refusal. */
export function refusalAckDraft(invite: RequestDraft, to: string): RequestDraft {
  return { ...invite, method: "ACK", to, headers: [], body: undefined };
}
