import { FaultQueue } from "@skill-call/emulation";
import { AlexaDevice } from "./alexa-device.ts";
import type { AlexaOptions } from "./alexa-options.ts";
import { type AlexaSettings, identityOf, settingsOf } from "./alexa-settings.ts";
import { responseRefused } from "./alexa-story.ts";
import type { AlexaFaults, RequestFault } from "./api/alexa-faults.ts";
import { startAlexaApis } from "./api/start-alexa-apis.ts";
import type { CustomerAccount } from "./customer-account.ts";
import { type Ears, earsFor } from "./nlu/ears.ts";
import { plainSpeech } from "./response/speech.ts";
import { Conversation } from "./session/conversation.ts";
import { type SkillLine, skillLine } from "./session/skill-line.ts";
import type { SessionError, Turn } from "./turn.ts";

/** An Alexa device with one skill, and the Alexa service behind it. */
export interface Alexa {
  /** `context.System.apiEndpoint`: where the skill reaches Alexa. */
  readonly apiEndpoint: string;
  /** What the customer has allowed; it may change while they talk. */
  readonly customer: CustomerAccount;
  readonly faults: AlexaFaults;
  /** The caller says something; a blank text is silence. Turns come one after the other. */
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
  const settings = settingsOf(options);
  const ears = earsFor(settings.model, settings.locale, settings.skillId);
  const apis = await startAlexaApis(settings);
  const requestFaults = new FaultQueue<RequestFault>();
  const line = skillLine({
    ...settings,
    identity: identityOf(settings, apis.endpoint),
    progressiveResponses: apis.progressiveResponses,
    takeFault: () => requestFaults.take(),
  });
  const device = new AlexaDevice({
    ...settings,
    conversation: conversationOf(settings, ears, line),
    skillLine: line,
    communications: apis.communications,
    notAvailable: plainSpeech("alexa", ears.language.sentences.contactNotAvailable),
  });
  return {
    apiEndpoint: apis.endpoint,
    customer: settings.customer,
    faults: { api: apis.faults, request: requestFaults },
    say: (text) => device.say(text),
    silence: () => device.silence(),
    reportException: (error, requestId) => device.reportException(error, requestId),
    close: () => apis.close(),
  };
}

function conversationOf(settings: AlexaSettings, ears: Ears, ask: SkillLine): Conversation {
  const { customer, skillName, consent, newId, trace } = settings;
  return new Conversation({
    ears,
    ask,
    skillName: skillName ?? titleCase(ears.model.invocationName),
    newSessionId: () => `amzn1.echo-api.session.${newId()}`,
    grant: (scopes) => customer.grant(scopes),
    refused: (problem, turn) => {
      turn.refuse(problem);
      trace(responseRefused(problem));
    },
    ...(consent && { scriptedConsent: consent }),
  });
}

/** Skills are mostly called as they are named. */
function titleCase(invocationName: string): string {
  return invocationName.replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}
