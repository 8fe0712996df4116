import type { SipRequest, SipResponse } from "../message/message.ts";
import { tagOf } from "../message/name-address.ts";
import { formatUri } from "../message/uri.ts";
import { formatVia, uniqueBranch } from "../message/via.ts";

/** An ACK to a refusal and a CANCEL belong to the INVITE they speak of. */
function ofInvite(method: string): string {
  return method === "ACK" ? "INVITE" : method;
}

/** Which server transaction a request belongs to: RFC 3261 §17.2.3, with RFC 2543's rule for old senders. */
export function serverKey(request: SipRequest, method = ofInvite(request.method)): string {
  const branch = uniqueBranch(request.via);
  if (branch === undefined) return oldServerKey(request, method);
  const { host, port } = request.via;
  return `${branch}|${host.toLowerCase()}:${port ?? ""}|${method}`;
}

function oldServerKey(request: SipRequest, method: string): string {
  return [
    formatUri(request.uri),
    tagOf(request.from),
    request.callId,
    request.sequence,
    formatVia(request.via),
    method,
  ].join("|");
}

/** Which client transaction a response belongs to: RFC 3261 §17.1.3. */
export function clientKey(branch: string, method: string): string {
  return `${branch}|${method}`;
}

export function responseKey(response: SipResponse): string {
  return clientKey(uniqueBranch(response.via) ?? "", response.method);
}

/** What two copies of one request share that came here by different ways: RFC 3261 §8.2.2.2. */
export function mergeKey(request: SipRequest): string {
  return `${request.callId}|${tagOf(request.from) ?? ""}|${request.sequence}|${request.method}`;
}
