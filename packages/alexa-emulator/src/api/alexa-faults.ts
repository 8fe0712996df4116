import type { Faults } from "@skill-call/emulation";
import type { MissingField } from "../session/request-envelope.ts";
import type { AlexaApi } from "./api-answer.ts";

/** What can go wrong with one request to Alexa's APIs. */
export type ApiFault =
  /** The API says no, with the code that goes with the status. */
  | { readonly kind: "error"; readonly status: number }
  /** 204: the API has nothing to say. */
  | { readonly kind: "no-content" }
  /** Any other answer, right or wrong: `body` is sent as it is. */
  | { readonly kind: "answer"; readonly status: number; readonly body: string }
  /** No answer, ever. */
  | { readonly kind: "hang" }
  /** The right answer, late. */
  | { readonly kind: "delay"; readonly ms: number }
  /** The connection breaks before the request is carried out. */
  | { readonly kind: "connection-reset" }
  /** The request is carried out, then the connection breaks. */
  | { readonly kind: "answer-lost" };

/** What can be wrong with one request to the skill. */
export interface RequestFault {
  readonly kind: "missing";
  readonly field: MissingField;
}

/** Faults to befall what is to come. */
export interface AlexaFaults {
  readonly api: Faults<ApiFault, AlexaApi>;
  readonly request: Faults<RequestFault>;
}
