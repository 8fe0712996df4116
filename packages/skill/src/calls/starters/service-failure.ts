import type { HttpFailure, HttpFailureKind } from "../../http/http-failure.ts";
import { CallFailure } from "../call-failure.ts";

/** A refusal of any kind is our own mistake: the caller can do the same about each. */
const kinds = {
  "bad-request": "refused",
  "bad-token": "refused",
  "access-denied": "refused",
  "not-found": "refused",
  throttled: "throttled",
  unavailable: "unavailable",
  timeout: "timeout",
  "connection-lost": "connection-lost",
} as const satisfies Record<HttpFailureKind, string>;

/** What the failure of a service that only we have to do with means for the call. */
export function serviceFailure(
  service: "callback" | "property",
  failure: HttpFailure,
): CallFailure {
  const { status } = failure;
  return new CallFailure(`${service}.${kinds[failure.kind]}`, {
    cause: failure,
    ...(status !== undefined && { status }),
  });
}
