import { randomUUID } from "node:crypto";
import { systemClock } from "../clock.ts";
import { FaultQueue } from "../fault-queue.ts";
import { AlexaDevice } from "./alexa-device.ts";
import type { AlexaOptions } from "./alexa-options.ts";
import { apiAsked, responseRefused } from "./alexa-story.ts";
import type { AlexaFaults, RequestFault } from "./api/alexa-faults.ts";
import { startAlexaApis } from "./api/start-alexa-apis.ts";
import { CustomerAccount } from "./customer-account.ts";
import { earsFor } from "./nlu/ears.ts";
import { plainSpeech } from "./response/speech.ts";
import { Conversation } from "./session/conversation.ts";
import { skillLine } from "./session/skill-line.ts";
import type { SessionError, Turn } from "./turn.ts";

const defaultSkillId = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000";
const defaultDeviceId = "amzn1.ask.device.EMULATED";
const userId = "amzn1.ask.account.EMULATED";

/** An Alexa device with one skill, and the Alexa service behind it. */
export interface Alexa {
  /** `context.System.apiEndpoint`: where the skill reaches Alexa. */
  readonly apiEndpoint: string;
  /** What the customer has allowed; it may change while they talk. */
  readonly customer: CustomerAccount;
  readonly faults: AlexaFaults;
  /** The caller says something. Turns come one after the other. */
  say(text: string): Promise<Turn>;
  /** The caller says nothing while Alexa listens. */
  silence(): Promise<Turn>;
  /** Tells the skill of an error outside any session: `System.ExceptionEncountered`. */
  reportException(error: SessionError, causedByRequestId: string): Promise<Turn>;
  close(): Promise<void>;
}

/**
 * Starts an Alexa device, and on the loopback interface the APIs that its skill calls.
 * @throws {InvalidModelError} when the interaction model cannot be used
 * @throws {UnknownLocaleError} when the emulator does not speak the locale's language
 * @example const alexa = await startAlexa({ model, locale: "en-US", skill, skillClientId, customer, placeCall });
 */
export async function startAlexa(options: AlexaOptions): Promise<Alexa> {
  const { locale, skill, skillClientId, placeCall, smartProperty, consent } = options;
  const { skillId = defaultSkillId, deviceId = defaultDeviceId, region = "NA" } = options;
  const { clock = systemClock, trace = () => {}, newId = randomUUID } = options;
  const ears = earsFor(options.model, locale, skillId);
  const customer = new CustomerAccount(options.customer);
  const apiAccessToken = `emulated-${newId()}`;
  const requestFaults = new FaultQueue<RequestFault>();

  const apis = await startAlexaApis({
    accessToken: apiAccessToken,
    deviceId,
    customer,
    region,
    ...(smartProperty && { smartProperty }),
    clock,
    newId,
    onExchange: (exchange) => trace(apiAsked(exchange)),
  });
  const identity = {
    skillId,
    userId,
    deviceId,
    locale,
    apiEndpoint: apis.endpoint,
    apiAccessToken,
    ...(smartProperty && { unit: unitOf(smartProperty) }),
  };
  const line = skillLine({
    skill,
    identity,
    clock,
    trace,
    newId,
    progressiveResponses: apis.progressiveResponses,
    takeFault: () => requestFaults.take(),
  });
  const conversation = new Conversation({
    ears,
    skillName: options.skillName ?? ears.model.invocationName,
    newSessionId: () => `amzn1.echo-api.session.${newId()}`,
    ask: line,
    grant: (scopes) => customer.grant(scopes),
    refused: (problem, turn) => {
      turn.refuse(problem);
      trace(responseRefused(problem));
    },
    ...(consent && { scriptedConsent: consent }),
  });
  const device = new AlexaDevice({
    conversation,
    skillLine: line,
    communications: apis.communications,
    placeCall,
    skillClientId,
    notAvailable: plainSpeech("alexa", ears.language.sentences.contactNotAvailable),
    trace,
  });
  return {
    apiEndpoint: apis.endpoint,
    customer,
    faults: { api: apis.faults, request: requestFaults },
    say: (text) => device.say(text),
    silence: () => device.silence(),
    reportException: (error, requestId) => device.reportException(error, requestId),
    close: () => apis.close(),
  };
}

function unitOf({ unitId, persistentUnitId }: { unitId: string; persistentUnitId: string }) {
  return { unitId, persistentUnitId };
}
