import type { SipRequest, SipResponse } from "../message/message.ts";
import { type NameAddress, tagOf } from "../message/name-address.ts";
import { paramValue } from "../message/params.ts";
import type { RequestDraft } from "../message/request-draft.ts";
import { formatUri, type Uri } from "../message/uri.ts";

/** What both ends of a call remember of each other: RFC 3261 §12. */
export interface Dialog {
  readonly callId: string;
  /** From of our requests, with our tag. */
  readonly local: string;
  /** To of our requests, with the peer's tag where it has one. */
  readonly remote: string;
  /** Empty where the peer is older than RFC 3261. */
  readonly remoteTag: string;
  readonly remoteTarget: Uri;
  readonly routes: readonly NameAddress[];
  /** Of our latest request. */
  readonly localSequence: number;
  /** Of the peer's latest request, once there was one. */
  readonly remoteSequence?: number;
}

/** The dialog that an INVITE to us makes: RFC 3261 §12.1.1. */
export function dialogAsCallee(invite: SipRequest, localTag: string): Dialog {
  const to = invite.headers.get("To") ?? "";
  return {
    callId: invite.callId,
    local: tagOf(invite.to) === undefined ? `${to};tag=${localTag}` : to,
    remote: invite.headers.get("From") ?? "",
    remoteTag: tagOf(invite.from) ?? "",
    // A caller of RFC 2543 names no Contact.
    remoteTarget: (invite.contact ?? invite.from).uri,
    routes: invite.recordRoutes,
    localSequence: 0,
    remoteSequence: invite.sequence,
  };
}

/** The dialog that an answer to our INVITE makes: RFC 3261 §12.1.2. */
export function dialogAsCaller(invite: RequestDraft, answer: SipResponse): Dialog {
  return {
    callId: invite.callId,
    local: invite.from,
    remote: answer.headers.get("To") ?? invite.to,
    remoteTag: tagOf(answer.to) ?? "",
    remoteTarget: answer.contact?.uri ?? invite.nextHop,
    routes: answer.recordRoutes.toReversed(),
    localSequence: invite.sequence,
  };
}

/** A re-INVITE or its answer may move the peer: RFC 3261 §12.2. */
export function retargeted(dialog: Dialog, contact: NameAddress | undefined): Dialog {
  return contact ? { ...dialog, remoteTarget: contact.uri } : dialog;
}

/** How a request of this dialog travels: RFC 3261 §12.2.1.1. */
export function requestPath(dialog: Dialog): Pick<RequestDraft, "uri" | "nextHop" | "routes"> {
  const [first, ...others] = dialog.routes;
  const target = formatUri(dialog.remoteTarget);
  if (!first) return { uri: target, nextHop: dialog.remoteTarget, routes: [] };
  if (isLooseRouter(first.uri)) {
    return { uri: target, nextHop: first.uri, routes: dialog.routes.map(routeValue) };
  }
  // A strict router wants to find itself in the Request-URI, and the target at the end of the route.
  const routes = [...others.map(routeValue), `<${target}>`];
  return { uri: formatUri(first.uri), nextHop: first.uri, routes };
}

function isLooseRouter(uri: Uri): boolean {
  return uri.kind === "sip" && paramValue(uri.params, "lr") !== undefined;
}

function routeValue({ uri }: NameAddress): string {
  return `<${formatUri(uri)}>`;
}
