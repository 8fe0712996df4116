import { apiAccessTokenOf, apiEndpointOf, deviceIdOf } from "../../alexa/alexa-access.ts";
import { type HttpFailure, isHttpFailure } from "../../http/http-failure.ts";
import type { SendHttp } from "../../http/send-http.ts";
import { CallFailure } from "../call-failure.ts";
import type { CallStarter, CallToStart } from "../call-starter.ts";
import { type Participant, startCommunicationSession } from "./start-communication-session.ts";

/** The communication provider of every skill call's other side. */
const skillCallProvider = "amzn1.alexa.csp.id.82bb98bc-384a-11ed-a261-0242ac120002";

export interface SkillCallOptions {
  readonly send: SendHttp;
  /** The number of type "SIP media application dial-in" that the call goes to, E.164. */
  readonly smaPhoneNumber: string;
}

/** Starts a skill call: the Alexa device itself calls the SIP media application. */
export function createSkillCallStarter({ send, smaPhoneNumber }: SkillCallOptions): CallStarter {
  return {
    name: "skill-call",
    needsCallerNumber: true,
    rings: "device",
    dials: smaPhoneNumber,
    mayBeAskedAgain: false,
    check(access) {
      const { region } = apiEndpointOf(access);
      if (region === "europe" || region === "far-east") {
        throw new CallFailure("request.outside-north-america");
      }
      apiAccessTokenOf(access);
      deviceIdOf(access);
    },
    async start(call) {
      const { access, contextId, signal } = call;
      const participants = [originator(call), sipMediaApplication(smaPhoneNumber)] as const;
      try {
        await startCommunicationSession(send, { access, participants, contextId, signal });
      } catch (error) {
        throw isHttpFailure(error) ? sessionFailure(error) : error;
      }
    },
  };
}

function originator({ access, callerNumber }: CallToStart): Participant {
  if (callerNumber === undefined) throw new CallFailure("profile.no-number");
  const id = { type: "PHONE_NUMBER", value: callerNumber } as const;
  return { id, endpointId: deviceIdOf(access), isOriginator: true };
}

function sipMediaApplication(number: string): Participant {
  const id = { type: "PHONE_NUMBER", value: number } as const;
  return { id, communicationProviderId: skillCallProvider };
}

function sessionFailure(cause: HttpFailure): CallFailure {
  const { kind, status } = cause;
  return new CallFailure(`session.${kind}`, { cause, ...(status !== undefined && { status }) });
}
