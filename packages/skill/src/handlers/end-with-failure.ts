import type { HandlerInput } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import { end } from "../alexa/end.ts";
import { mobileNumberScope } from "../alexa/mobile-number.ts";
import { turnOf } from "../alexa/turn.ts";
import type { CallFailureCode } from "../calls/call-failure.ts";

/** The caller can mend these in the Alexa app, with the card that they are sent. */
const mendedByConsent: readonly CallFailureCode[] = [
  "profile.access-denied",
  "consent.denied",
  "consent.not-answered",
];

/** Says why there is no call, and ends. */
export function endWithFailure(input: HandlerInput, code: CallFailureCode): Response {
  if (mendedByConsent.includes(code)) {
    input.responseBuilder.withAskForPermissionsConsentCard([mobileNumberScope]);
  }
  return end(input, turnOf(input).catalog.failures[code]);
}
