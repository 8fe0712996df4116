import type { HeaderList } from "./header-list.ts";
import type { NameAddress } from "./name-address.ts";
import type { Uri } from "./uri.ts";
import type { Via } from "./via.ts";

/** What a message carries for the people in the call, or their phones. */
export interface Body {
  /** The Content-Type, parameters included. */
  readonly contentType: string;
  readonly content: Buffer;
}

export function sdpBody(sdp: string): Body {
  return { contentType: "application/sdp", content: Buffer.from(sdp) };
}

/** What requests and responses have in common, read once. */
interface MessageFacts {
  /** Every header as it was sent. */
  readonly headers: HeaderList;
  /** The hop that sent the message to us. */
  readonly via: Via;
  /** The hops before it. */
  readonly earlierVias: readonly Via[];
  readonly from: NameAddress;
  readonly to: NameAddress;
  readonly callId: string;
  readonly sequence: number;
  readonly contact?: NameAddress | undefined;
  readonly recordRoutes: readonly NameAddress[];
  readonly body?: Body | undefined;
}

export interface SipRequest extends MessageFacts {
  readonly kind: "request";
  readonly method: string;
  readonly uri: Uri;
  /** 70 where the sender set none. */
  readonly maxForwards: number;
}

export interface SipResponse extends MessageFacts {
  readonly kind: "response";
  readonly status: number;
  readonly reason: string;
  /** The method of the request it answers. */
  readonly method: string;
}

export type SipMessage = SipRequest | SipResponse;
