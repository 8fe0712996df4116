import type { Faults } from "@skill-call/emulation";
import type { MeetingsErrorCode } from "./api-error.ts";
import type { MeetingsOperation } from "./operations.ts";

/** What can go wrong with one request. */
export type MeetingsFault =
  /** The service says no. */
  | { readonly kind: "error"; readonly code: MeetingsErrorCode }
  /** No answer, ever. */
  | { readonly kind: "hang" }
  /** The right answer, late. */
  | { readonly kind: "delay"; readonly ms: number }
  /** The connection breaks before the request is carried out. */
  | { readonly kind: "connection-reset" }
  /** The request is carried out, then the connection breaks. */
  | { readonly kind: "answer-lost" }
  /** CreateAttendee answers a token that opens nothing. */
  | { readonly kind: "invalid-token" };

export type MeetingsFaults = Faults<MeetingsFault, MeetingsOperation>;
