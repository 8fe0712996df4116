import { FaultQueue } from "@skill-call/emulation";
import { AlexaDevice } from "./alexa-device.ts";
import type { AlexaOptions } from "./alexa-options.ts";
import { type AlexaSettings, identityOf, settingsOf } from "./alexa-settings.ts";
import { responseRefused } from "./alexa-story.ts";
import type { AlexaFaults, RequestFault } from "./api/alexa-faults.ts";
import { startAlexaApis } from "./api/start-alexa-apis.ts";
import type { CustomerAccount } from "./customer-account.ts";
import type { PlayerState } from "./device/audio-player.ts";
import { emptyIntent, fillSlots } from "./dialog/intent-state.ts";
import { wireIntent } from "./dialog/wire-intent.ts";
import { type Ears, earsFor } from "./nlu/ears.ts";
import { localTime } from "./nlu/local-time.ts";
import { plainSpeech } from "./response/speech.ts";
import { Conversation } from "./session/conversation.ts";
import type { InterfaceRequest, SkillEvent } from "./session/request-envelope.ts";
import { type RawEnvelope, type SkillLine, skillLine } from "./session/skill-line.ts";
import type { SessionError, Turn } from "./turn.ts";

/** An Alexa device with one skill, and the Alexa service behind it. */
export interface Alexa {
  /** `context.System.apiEndpoint`: where the skill reaches Alexa. */
  readonly apiEndpoint: string;
  /** What the customer has allowed, linked and bought; it may change while they talk. */
  readonly customer: CustomerAccount;
  readonly faults: AlexaFaults;
  /** What the device plays for the skill. */
  readonly player: PlayerState;
  /** The caller says something; a blank text is silence. Turns come one after the other. */
  say(text: string): Promise<Turn>;
  /** The caller says nothing while Alexa listens. */
  silence(): Promise<Turn>;
  /**
   * Sends an envelope as it is written, with what it leaves out: a `request` alone is enough. The answer is carried
   * out: what it says, its session attributes, whether the session goes on.
   * @example await alexa.request({ request: { type: "GameEngine.InputHandlerEvent", events: [] } });
   */
  request(envelope: RawEnvelope): Promise<Turn>;
  /**
   * Something happened to the skill outside any conversation: `SkillEnabled`, `SkillDisabled`, `SkillAccountLinked`,
   * `SkillPermissionAccepted`, `SkillPermissionChanged`, `ProactiveSubscriptionChanged`; or an event of another kind by
   * its whole name: `Reminders.ReminderStarted`, `AlexaHouseholdListEvent.ItemsCreated`, `Messaging.MessageReceived`.
   */
  event(name: string, body?: object): Promise<Turn>;
  /** The device tells of what it plays: `AudioPlayer.PlaybackNearlyFinished`, `PlaybackController.NextCommandIssued`. */
  playback(type: `AudioPlayer.${string}` | `PlaybackController.${string}`): Promise<Turn>;
  /** Somebody touches the page on the screen: `Alexa.Presentation.APL.UserEvent`. */
  userEvent(event: UserEvent): Promise<Turn>;
  /** Alexa asks whether the skill would carry this intent out: `turn.canFulfill`. */
  canFulfill(intent: string, slots?: Readonly<Record<string, string>>): Promise<Turn>;
  /** Tells the skill of an error outside any session: `System.ExceptionEncountered`. */
  reportException(error: SessionError, causedByRequestId: string): Promise<Turn>;
  close(): Promise<void>;
}

/** What an APL document sends with its `SendEvent` command. */
export interface UserEvent {
  /** Of the RenderDocument directive. */
  readonly token?: string;
  readonly arguments?: readonly unknown[];
  readonly source?: Readonly<Record<string, unknown>>;
  readonly components?: Readonly<Record<string, unknown>>;
}

/**
 * Starts an Alexa device, and on the loopback interface the APIs that its skill calls.
 * @throws {InvalidModelError} when the interaction model cannot be used
 * @throws {UnknownLocaleError} when the emulator does not speak the locale's language
 * @example const alexa = await startAlexa({ model, locale: "en-US", skill });
 */
export async function startAlexa(options: AlexaOptions): Promise<Alexa> {
  const settings = settingsOf(options);
  const { clock, audioPlayer, skillId, locale, device: inTheRoom } = settings;
  const today = () => localTime(clock.now(), inTheRoom.timeZone ?? "UTC");
  const ears = earsFor(settings.model, { locale, skillId, today });
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
    get player() {
      return audioPlayer.state;
    },
    say: (text) => device.say(text),
    silence: () => device.silence(),
    request: (envelope) =>
      device.act((conversation, record) => conversation.send(envelope, record)),
    event: (name, body) => {
      const at = new Date(clock.now()).toISOString();
      const type = (name.includes(".") ? name : `AlexaSkillEvent.${name}`) as SkillEvent["type"];
      const request = {
        type,
        ...{ eventCreationTime: at, eventPublishingTime: at },
        ...(body && { body }),
      } as const;
      return device.act((conversation, record) => conversation.tell(request, record));
    },
    playback: (type) => {
      audioPlayer.happened(type);
      const request = playbackRequest(type, audioPlayer.state);
      return device.act((conversation, record) => conversation.tell(request, record));
    },
    userEvent: (event) => {
      const request = { type: "Alexa.Presentation.APL.UserEvent", ...event } as const;
      return device.act((conversation, record) => conversation.happen(request, record));
    },
    canFulfill: (intent, slots = {}) => {
      const wire = wireIntent(spokenIntent(ears, intent, slots));
      const request = { type: "CanFulfillIntentRequest", intent: wire } as const;
      return device.act((conversation, record) => conversation.tell(request, record));
    },
    reportException: (error, requestId) => device.reportException(error, requestId),
    close: () => apis.close(),
  };
}

function playbackRequest(
  type: `AudioPlayer.${string}` | `PlaybackController.${string}`,
  { token, offsetInMilliseconds }: PlayerState,
): InterfaceRequest {
  if (type.startsWith("PlaybackController.")) return { type };
  return { type, token, offsetInMilliseconds };
}

function spokenIntent(
  { model, resolve }: Ears,
  name: string,
  values: Readonly<Record<string, string>>,
) {
  const declared = model.intents.find((each) => each.name === name);
  const { slots } = declared ?? { slots: [] };
  const words = Object.entries(values).map(([slot, value]) => {
    const type = slots.find((each) => each.name === slot)?.type ?? "";
    const resolutions = resolve(type, value);
    return [slot, { value, certainty: "typed", ...(resolutions && { resolutions }) }] as const;
  });
  return fillSlots(emptyIntent({ name, slots, samples: [] }), Object.fromEntries(words));
}

function conversationOf(settings: AlexaSettings, ears: Ears, line: SkillLine): Conversation {
  const { customer, skillName, consent, purchase, newId, trace, audioPlayer } = settings;
  return new Conversation({
    ears,
    skillLine: line,
    customer,
    audioPlayer,
    skillName: skillName ?? titleCase(ears.model.invocationName),
    newSessionId: () => `amzn1.echo-api.session.${newId()}`,
    refused: (problem, turn) => {
      turn.refuse(problem);
      trace(responseRefused(problem));
    },
    ...(consent && { scriptedConsent: consent }),
    ...(purchase && { scriptedPurchase: purchase }),
  });
}

/** Skills are mostly called as they are named. */
function titleCase(invocationName: string): string {
  return invocationName.replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}
