import type { AlexaApi, ApiFault } from "@skill-call/alexa-emulator";
import { mobileNumberScope } from "../mobile-number-scope.ts";
import type { NamedFault } from "./named-fault.ts";

const api = (
  operation: AlexaApi,
  name: string,
  [sentence, injected]: readonly [string, ApiFault],
): NamedFault => ({
  name,
  sentence,
  armAlexa: ({ faults }) => faults.api.inject(injected, { operation }),
});

const profile = (name: string, sentence: string, injected: ApiFault) =>
  api("mobile-number", `profile-${name}`, [sentence, injected]);

const calling = (name: string, sentence: string, injected: ApiFault) =>
  api("communications-session", `calling-${name}`, [sentence, injected]);

const status = (code: number): ApiFault => ({ kind: "error", status: code });

export const alexaFaults: readonly NamedFault[] = [
  {
    name: "profile-no-permission",
    sentence: "The customer has not allowed the skill to read their phone number.",
    armAlexa: ({ customer }) => customer.revoke([mobileNumberScope]),
  },
  profile("no-number", "The customer's profile holds no phone number.", { kind: "no-content" }),
  profile("down", "The profile API answers 500.", status(500)),
  profile("throttled", "The profile API answers 429.", status(429)),
  profile("hung", "The profile API never answers.", { kind: "hang" }),
  calling("invalid-input", "StartCommunicationSession answers 400.", status(400)),
  calling("bad-token", "StartCommunicationSession answers 401.", status(401)),
  calling("not-enabled", "The customer has not switched calling on: 403.", status(403)),
  calling("elsewhere", "The customer's account is not in North America: 404.", status(404)),
  calling("throttled", "StartCommunicationSession answers 429.", status(429)),
  calling("down", "StartCommunicationSession answers 500.", status(500)),
  calling("hung", "StartCommunicationSession never answers.", { kind: "hang" }),
  calling("connection-reset", "StartCommunicationSession's connection breaks.", {
    kind: "connection-reset",
  }),
  calling("answer-lost", "The call is started, but the answer is lost.", { kind: "answer-lost" }),
  {
    name: "device-id-missing",
    sentence: "Alexa's requests carry no device ID.",
    armAlexa: ({ faults }) => faults.request.inject({ kind: "missing", field: "deviceId" }),
  },
  {
    name: "api-token-missing",
    sentence: "Alexa's requests carry no API access token.",
    armAlexa: ({ faults }) => faults.request.inject({ kind: "missing", field: "apiAccessToken" }),
  },
];
