import type { ExtraHeaders } from "../message/extra-headers.ts";
import type { HeaderList } from "../message/header-list.ts";
import type { Body } from "../message/message.ts";
import type { NameAddress } from "../message/name-address.ts";
import type { Uri } from "../message/uri.ts";
import type { Flow } from "../transaction/outbox.ts";

/** What a program adds to a message. */
export interface Extras {
  readonly headers?: ExtraHeaders | undefined;
  readonly body?: Body | undefined;
}

/** What came back for a request. */
export interface CallResponse {
  readonly status: number;
  readonly reason: string;
  /** Empty where the response did not come from the peer. */
  readonly headers: HeaderList;
  readonly body?: Body;
  /**
   * `response`: the peer said so. Otherwise nobody did, and the status is what RFC 3261 §8.1.3.1 puts in its
   * place: 408 for `timeout`, 503 for `transport-error`, 487 for `cancelled`, 481 for `no-call`, 491 for
   * `pending` (another re-INVITE is under way).
   */
  readonly cause: "response" | "timeout" | "transport-error" | "cancelled" | "no-call" | "pending";
}

/** What came back for an INVITE or re-INVITE. */
export interface CallAnswer extends CallResponse {
  /**
   * Sends the ACK of a 2xx to an INVITE that had no body, with the answer to the offer in the 2xx. Every other
   * 2xx was acknowledged already.
   */
  acknowledge(body?: Body): void;
}

/** How a 2xx of ours was taken. */
export interface Acknowledgement {
  /** False where it was too late to answer, the call ended first, or no ACK came in 64 × T1. */
  readonly acknowledged: boolean;
  /** The answer to the offer in our 2xx, where the INVITE had none. */
  readonly body?: Body;
}

/** Why a call that was answered is over. */
export interface CallEnd {
  readonly by: "peer" | "us";
  /** `gone`: the peer did not know the call any more. */
  readonly cause: "bye" | "not-acknowledged" | "gone";
  /** Of the peer's BYE. */
  readonly headers: HeaderList;
}

/** The peer wants to change the session: hold, resume, another codec. Answered 488 when nobody listens. */
export interface Reinvite {
  readonly headers: HeaderList;
  readonly body?: Body;
  answer(extras?: Extras): Promise<Acknowledgement>;
  /** False when it was too late. */
  reject(status: number, extras?: Extras & { readonly reason?: string | undefined }): boolean;
}

/** An INFO of the peer, such as a key press. Answered 200 or, with a body, 415 when nobody listens. */
export interface Info {
  readonly headers: HeaderList;
  readonly body?: Body;
  respond(status: number): boolean;
}

/** The peer wants its call to go on elsewhere: RFC 3515. Answered 405 when nobody listens. */
export interface Refer {
  readonly headers: HeaderList;
  /** False when it was too late. */
  reject(status: number, extras?: Extras & { readonly reason?: string | undefined }): boolean;
}

/** What can happen in any call that was answered. */
export interface SessionEvents {
  ended: CallEnd;
  reinvite: Reinvite;
  info: Info;
  refer: Refer;
}

export interface OutboundCallEvents extends SessionEvents {
  /** 180, 183 and the like; not 100. */
  provisional: CallResponse;
  answered: CallAnswer;
  /** Refused, cancelled, or not reached; nothing follows. */
  failed: CallResponse;
}

export interface InboundCallEvents extends SessionEvents {
  /** The caller hung up before we answered; nothing follows. The headers are those of the CANCEL or BYE. */
  cancelled: { readonly headers: HeaderList };
}

/** What both kinds of call have once they are answered. Methods that come too late answer false. */
export interface Call {
  readonly callId: string;
  /** Of the INVITE, with the tag that names the call together with its Call-ID. */
  readonly from: NameAddress;
  on<Name extends keyof SessionEvents>(
    event: Name,
    listener: (fact: SessionEvents[Name]) => void,
  ): void;
  /** Ends an answered call; `ended` follows when the peer has agreed, or has not in 64 × T1. */
  bye(extras?: Extras): boolean;
  /** Offers another session. Resolves with whatever the peer made of it. */
  reinvite(extras?: Extras): Promise<CallAnswer>;
  info(extras?: Extras): Promise<CallResponse>;
  /** Asks whether the peer is there; a peer that is not, ends the call. */
  options(extras?: Extras): Promise<CallResponse>;
}

/** A call that came in. The other end is ringing us until `answer` or `reject`. */
export interface InboundCall extends Call {
  readonly requestUri: Uri;
  readonly to: NameAddress;
  /** Every header of the INVITE, in the order and letter case it was sent in. */
  readonly headers: HeaderList;
  readonly body?: Body;
  /** What is left of the hops; an INVITE that follows from this one takes one off. */
  readonly maxForwards: number;
  /** The way the INVITE came. */
  readonly flow: Flow;
  on<Name extends keyof InboundCallEvents>(
    event: Name,
    listener: (fact: InboundCallEvents[Name]) => void,
  ): void;
  /** 180. */
  ring(extras?: Extras): boolean;
  /** Any other provisional response, such as 183 with early media. */
  progress(status: number, extras?: Extras): boolean;
  answer(extras?: Extras): Promise<Acknowledgement>;
  reject(status: number, extras?: Extras & { readonly reason?: string | undefined }): boolean;
}

/** A call that we made. */
export interface OutboundCall extends Call {
  on<Name extends keyof OutboundCallEvents>(
    event: Name,
    listener: (fact: OutboundCallEvents[Name]) => void,
  ): void;
  /** Takes the call back before it is answered; `failed` follows. */
  cancel(extras?: Extras): boolean;
}

export interface InviteOptions extends Extras {
  /** The Request-URI, and where the INVITE goes: `sip:user@host:port;transport=tcp`. */
  readonly target: string;
  /** The caller, as `"Name" <sip:…>` or as a URI. */
  readonly from: string;
  /** Whom the caller means; `target` where it is not given. */
  readonly to?: string | undefined;
  /** 70 where it is not given. */
  readonly maxForwards?: number | undefined;
}
