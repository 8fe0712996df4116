import { SipParseError, SipUsageError } from "../errors.ts";
import type { IdSource } from "../ids.ts";
import { checkExtraHeaders } from "../message/extra-headers.ts";
import { formatNameAddress, parseNameAddress } from "../message/name-address.ts";
import type { RequestDraft } from "../message/request-draft.ts";
import { formatUri, parseUri } from "../message/uri.ts";
import { allowHeader, supportedHeader } from "./allowed-methods.ts";
import type { InviteOptions } from "./call.ts";

const defaultMaxForwards = 70;

/**
 * The first INVITE of a call: RFC 3261 §13.2.1.
 *
 * @throws {SipUsageError} when an address or header cannot be sent.
 */
export function inviteDraft(options: InviteOptions, ids: IdSource, localTag: string): RequestDraft {
  const { target, from, to = `<${target}>`, maxForwards = defaultMaxForwards } = options;
  const uri = readable("target", () => parseUri(target));
  return {
    method: "INVITE",
    uri: formatUri(uri),
    nextHop: uri,
    routes: [],
    from: `${address("from", from)};tag=${localTag}`,
    to: address("to", to),
    callId: ids.callId(),
    sequence: 1,
    maxForwards,
    headers: [allowHeader, supportedHeader, ...checkExtraHeaders(options.headers ?? [])],
    body: options.body,
  };
}

function address(field: string, text: string): string {
  const { displayName, uri } = readable(field, () => parseNameAddress(text, field));
  return formatNameAddress({ ...(displayName && { displayName }), uri, params: [] });
}

function readable<Value>(field: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SipParseError)) throw error;
    throw new SipUsageError(field, "is no SIP address", error);
  }
}
