import type { Faults } from "@skill-call/emulation";
import type { VoiceApiErrorCode } from "./voice-api-error.ts";
import type { VoiceOperation } from "./voice-operations.ts";

/** What can go wrong with one request. */
export type VoiceApiFault =
  /** The service says no. */
  | { readonly kind: "error"; readonly code: VoiceApiErrorCode }
  /** No answer, ever. */
  | { readonly kind: "hang" }
  /** The connection breaks before the request is carried out. */
  | { readonly kind: "connection-reset" }
  /** The request is carried out, then the connection breaks. */
  | { readonly kind: "answer-lost" };

/** Faults to befall the requests to come. */
export type VoiceApiFaults = Faults<VoiceApiFault, VoiceOperation>;
