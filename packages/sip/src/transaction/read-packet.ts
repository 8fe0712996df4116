import { SipParseError } from "../errors.ts";
import type { HeaderList } from "../message/header-list.ts";
import type { SipMessage } from "../message/message.ts";
import { readMessage } from "../message/parse-message.ts";
import { type RawMessage, splitMessage } from "../message/split-message.ts";

/** Bytes that are no message we can work with. */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly error: SipParseError;
  /** What an answer can repeat, where the sender waits for one. */
  readonly answerTo?: HeaderList;
}

/** Reads a packet, or says what is wrong with it. */
export function readPacket(bytes: Buffer): SipMessage | Unreadable {
  let raw: RawMessage | undefined;
  try {
    raw = splitMessage(bytes);
    return readMessage(raw);
  } catch (error) {
    if (!(error instanceof SipParseError)) throw error;
    return raw && wantsAnswer(raw)
      ? { kind: "unreadable", error, answerTo: raw.headers }
      : { kind: "unreadable", error };
  }
}

/** Responses and ACKs are never answered, nor is what does not even look like a request. */
function wantsAnswer({ startLine, headers }: RawMessage): boolean {
  return !/^(?:SIP\/|ACK\s)/i.test(startLine) && headers.has("CSeq") && headers.has("Via");
}
