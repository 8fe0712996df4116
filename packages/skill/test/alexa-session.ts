import type {
  Directive,
  dialog,
  IntentConfirmationStatus,
  Request,
  ResponseEnvelope,
  Slot,
  ui,
} from "ask-sdk-model";
import type { SkillHandler } from "../src/skill.ts";
import { spokenOf } from "../src/testing/spoken-of.ts";

const skillId = "amzn1.ask.skill.3ffd8d5f";

/** What a caller hears, and what the device is told, after one request. */
export interface Reply {
  readonly speech: string;
  readonly ssml: string;
  readonly reprompt: string;
  readonly ends: boolean;
  readonly directives: readonly Directive[];
  readonly card: ui.Card | undefined;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly envelope: ResponseEnvelope;
}

/** One thing that happens to the skill, given where the dialog stands. */
export type Move = (at: DialogPoint) => Omit<Request, "requestId" | "timestamp" | "locale">;

/** The dialog as the device holds it: the intent of the last directive, and the token of a connection. */
export interface DialogPoint {
  readonly slots: Readonly<Record<string, Slot>>;
  readonly token: string | undefined;
}

export interface SessionOptions {
  readonly handler: SkillHandler;
  readonly locale?: string;
  /** Put over `context.System`; `undefined` takes a part away. */
  readonly system?: Readonly<Record<string, unknown>>;
}

/** A caller's device, as far as the skill can see it: envelopes, session attributes, the dialog's own intent. */
export class AlexaSession {
  readonly #options: SessionOptions;
  #attributes: Readonly<Record<string, unknown>> = {};
  #at: DialogPoint = { slots: {}, token: undefined };
  #requests = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
  }

  /** The envelope of the next request, which can be sent more than once. */
  envelope(move: Move): unknown {
    this.#requests += 1;
    const { locale = "en-US", system } = this.#options;
    const application = { applicationId: skillId };
    const user = { userId: "amzn1.ask.account.1" };
    return {
      version: "1.0",
      session: {
        new: this.#requests === 1,
        sessionId: "amzn1.echo-api.session.1",
        application,
        user,
        attributes: this.#attributes,
      },
      context: {
        System: {
          application,
          user,
          device: { deviceId: "amzn1.ask.device.1", supportedInterfaces: {} },
          apiEndpoint: "https://api.amazonalexa.com",
          apiAccessToken: "token-of-the-request",
          ...system,
        },
      },
      request: {
        ...move(this.#at),
        requestId: `amzn1.echo-api.request.${this.#requests}`,
        timestamp: "2026-01-01T00:00:00Z",
        locale,
      },
    };
  }

  async deliver(envelope: unknown): Promise<Reply> {
    const answer = await this.#options.handler(envelope, {});
    // Over the wire and back: what does not survive JSON does not survive Alexa.
    const reply = readReply(JSON.parse(JSON.stringify(answer)));
    this.#attributes = reply.attributes;
    this.#at = dialogPoint(reply.directives);
    return reply;
  }

  send(move: Move): Promise<Reply> {
    return this.deliver(this.envelope(move));
  }

  /** Session attributes that got lost on the way. */
  forget(): void {
    this.#attributes = {};
  }
}

function readReply(envelope: ResponseEnvelope): Reply {
  const { response, sessionAttributes = {} } = envelope;
  const ssml = ssmlOf(response.outputSpeech);
  return {
    ssml,
    speech: spokenOf(ssml),
    reprompt: spokenOf(ssmlOf(response.reprompt?.outputSpeech)),
    ends: response.shouldEndSession === true,
    directives: response.directives ?? [],
    card: response.card,
    attributes: sessionAttributes,
    envelope,
  };
}

function ssmlOf(speech: ui.OutputSpeech | undefined): string {
  return speech?.type === "SSML" ? speech.ssml : "";
}

function dialogPoint(directives: readonly Directive[]): DialogPoint {
  const updated = directives.filter(isDialogDirective).at(0)?.updatedIntent;
  const connection = directives.find(({ type }) => type === "Connections.StartConnection");
  const token = connection && "token" in connection ? connection.token : undefined;
  return { slots: updated?.slots ?? {}, token };
}

type DialogDirective = dialog.ElicitSlotDirective | dialog.ConfirmIntentDirective;

function isDialogDirective(directive: Directive): directive is DialogDirective {
  return directive.type === "Dialog.ElicitSlot" || directive.type === "Dialog.ConfirmIntent";
}

export interface Said {
  readonly callerName?: string;
  readonly accountId?: string;
  /** The words, and the id of the slot type that they resolve to, if any. */
  readonly reason?: string | readonly [words: string, id: string];
}

export const launch: Move = () => ({ type: "LaunchRequest" });

export function intent(name: string): Move {
  return () => ({
    type: "IntentRequest",
    intent: { name, confirmationStatus: "NONE" },
    dialogState: "STARTED",
  });
}

/** An utterance of the call intent, on top of what the dialog holds. */
export function say(said: Said, confirmationStatus: IntentConfirmationStatus = "NONE"): Move {
  return ({ slots }) => ({
    type: "IntentRequest",
    intent: {
      name: "CallIntent",
      confirmationStatus,
      slots: { ...blankSlots, ...slots, ...saidSlots(said) },
    },
    dialogState: "IN_PROGRESS",
  });
}

/** The answer to Dialog.ConfirmIntent. */
export const confirm = say({}, "CONFIRMED");
export const deny = say({}, "DENIED");

export const dontKnow = intent("DontKnowIntent");
export const help = intent("AMAZON.HelpIntent");
export const mumble = intent("AMAZON.FallbackIntent");
export const no = intent("AMAZON.NoIntent");
export const repeat = intent("AMAZON.RepeatIntent");
export const startOver = intent("AMAZON.StartOverIntent");
export const stop = intent("AMAZON.StopIntent");
export const yes = intent("AMAZON.YesIntent");

/** Back from the question for consent. */
export function resumed(status: string): Move {
  return ({ token }) => ({
    type: "SessionResumedRequest",
    cause: {
      type: "ConnectionCompleted",
      status: { code: "200", message: "OK" },
      ...(token !== undefined && { token }),
      result: { "@type": "AskForPermissionsConsentResult", "@version": "2", status },
    },
  });
}

const blankSlots = Object.fromEntries(
  ["callerName", "accountId", "reason"].map((name) => [name, slot(name)]),
);

function saidSlots({ callerName, accountId, reason }: Said): Record<string, Slot> {
  return {
    ...(callerName !== undefined && { callerName: slot("callerName", callerName) }),
    ...(accountId !== undefined && { accountId: slot("accountId", accountId) }),
    ...(reason !== undefined && { reason: reasonSlot(reason) }),
  };
}

function slot(name: string, value?: string): Slot {
  return { name, confirmationStatus: "NONE", ...(value !== undefined && { value }) };
}

function reasonSlot(reason: string | readonly [string, string]): Slot {
  const [words, id] = typeof reason === "string" ? [reason, undefined] : reason;
  const matched = id !== undefined;
  return {
    ...slot("reason", words),
    resolutions: {
      resolutionsPerAuthority: [
        { authority: "dynamic", status: { code: "ER_SUCCESS_NO_MATCH" }, values: [] },
        {
          authority: "CallReason",
          status: { code: matched ? "ER_SUCCESS_MATCH" : "ER_SUCCESS_NO_MATCH" },
          values: matched ? [{ value: { name: words, id } }] : [],
        },
      ],
    },
  };
}
