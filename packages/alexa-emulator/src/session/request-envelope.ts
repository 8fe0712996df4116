import type { PlayerState } from "../device/audio-player.ts";
import type { SupportedInterfaces } from "../device/supported-interfaces.ts";
import type { DialogState } from "../dialog/dialog-progress.ts";
import type { WireIntent } from "../dialog/wire-intent.ts";
import type { SessionEnded, SessionError } from "../turn.ts";

/** Who speaks to which skill, and where that skill reaches Alexa. */
export interface SkillIdentity {
  readonly skillId: string;
  readonly userId: string;
  readonly deviceId: string;
  readonly supportedInterfaces: SupportedInterfaces;
  /** Whose voice it is, where the device knows it. */
  readonly person?: { readonly personId: string; readonly accessToken?: string };
  readonly apiEndpoint: string;
  readonly apiAccessToken: string;
  readonly locale: string;
  /** The unit of Alexa Smart Properties that the device stands in. */
  readonly unit?: { readonly unitId: string; readonly persistentUnitId: string };
}

/** A session as a request carries it. */
export interface SkillSession {
  readonly sessionId: string;
  /** Nothing was sent in it before. */
  readonly isNew: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What goes into `request` besides its ID, time and locale. */
export type SkillRequest =
  | { readonly type: "LaunchRequest"; readonly shouldLinkResultBeReturned: boolean }
  | {
      readonly type: "IntentRequest";
      readonly intent: WireIntent;
      readonly dialogState?: DialogState;
    }
  | ({ readonly type: "SessionEndedRequest" } & SessionEnded)
  | { readonly type: "SessionResumedRequest"; readonly cause: ConnectionCompleted }
  | PurchaseResponse
  | { readonly type: "CanFulfillIntentRequest"; readonly intent: WireIntent }
  | InterfaceRequest
  | SkillEvent
  | {
      readonly type: "System.ExceptionEncountered";
      readonly error: SessionError;
      readonly cause: { readonly requestId: string };
    };

/** What Alexa's own questions came to: "Add In-Skill Purchases to a Custom Skill". */
export interface PurchaseResponse {
  readonly type: "Connections.Response";
  readonly name: "Buy" | "Upsell" | "Cancel" | "AskFor";
  readonly status: { readonly code: string; readonly message: string };
  readonly payload: Readonly<Record<string, unknown>>;
  readonly token?: string;
}

/** Something happened on the device: audio has ended, a button or the screen was touched. */
export interface InterfaceRequest {
  readonly type:
    | `AudioPlayer.${string}`
    | `PlaybackController.${string}`
    | `Alexa.Presentation.${string}`
    | `Display.${string}`
    | `GameEngine.${string}`;
  readonly [field: string]: unknown;
}

/** Something happened to the skill in the Alexa app, or elsewhere: "Add Events to Your Skill". */
export interface SkillEvent {
  readonly type:
    | `AlexaSkillEvent.${string}`
    | `AlexaHouseholdListEvent.${string}`
    | `Reminders.${string}`
    | `Messaging.${string}`;
  readonly eventCreationTime: string;
  readonly eventPublishingTime: string;
  readonly body?: unknown;
}

/** How a task that the skill handed to Alexa ended. */
export interface ConnectionCompleted {
  readonly type: "ConnectionCompleted";
  readonly token?: string;
  readonly status: { readonly code: string; readonly message: string };
  readonly result: { readonly status: ConsentStatus };
}

/** How a caller answers when Alexa asks for permissions. */
export type ConsentStatus = "ACCEPTED" | "DENIED" | "NOT_ANSWERED";

/** A part of the envelope that Alexa leaves out now and then. */
export type MissingField = "device" | "deviceId" | "apiAccessToken";

export interface EnvelopeFacts {
  readonly identity: SkillIdentity;
  /** Of an account that the customer has linked. */
  readonly accessToken?: string | undefined;
  readonly player: PlayerState;
  readonly request: SkillRequest;
  readonly requestId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Absent on requests that belong to no session. */
  readonly session?: SkillSession;
  readonly missing?: MissingField;
}

/** The JSON that Alexa sends to a skill: "Request and Response JSON Reference", request format. */
export function requestEnvelope(facts: EnvelopeFacts): object {
  const { identity, request, requestId, now, session, accessToken } = facts;
  const application = { applicationId: identity.skillId };
  const user = { userId: identity.userId, ...(accessToken !== undefined && { accessToken }) };
  return {
    version: "1.0",
    ...(session && {
      session: {
        new: session.isNew,
        sessionId: session.sessionId,
        application,
        attributes: session.attributes,
        user,
      },
    }),
    context: {
      ...deviceContext(facts),
      System: { application, user, ...systemFields(facts) },
    },
    request: { ...request, requestId, timestamp: timestamp(now), locale: identity.locale },
  };
}

/** What the interfaces of the device tell of themselves. */
function deviceContext({ identity, player, request }: EnvelopeFacts): object {
  if (isEvent(request)) return {};
  const { supportedInterfaces } = identity;
  return {
    ...("AudioPlayer" in supportedInterfaces && { AudioPlayer: player }),
    ...(hasScreen(supportedInterfaces) && { Viewport: viewport }),
    ...("Display" in supportedInterfaces && { Display: {} }),
  };
}

/** Events come from the Alexa app and the like. */
export function isEvent({ type }: SkillRequest): boolean {
  return /^(?:AlexaSkillEvent|AlexaHouseholdListEvent|Reminders|Messaging)\./.test(type);
}

function hasScreen(supported: SupportedInterfaces): boolean {
  return Object.keys(supported).some((name) => name.startsWith("Alexa.Presentation.APL"));
}

/** The screen of an Echo Show of the second generation. */
const viewport = {
  experiences: [{ arcMinuteWidth: 246, arcMinuteHeight: 144, canRotate: false, canResize: false }],
  mode: "HUB",
  shape: "RECTANGLE",
  pixelWidth: 1280,
  pixelHeight: 800,
  dpi: 160,
  currentPixelWidth: 1280,
  currentPixelHeight: 800,
  touch: ["SINGLE"],
  video: { codecs: ["H_264_42", "H_264_41"] },
};

function systemFields({ identity, missing, request }: EnvelopeFacts): object {
  const { deviceId, supportedInterfaces, apiEndpoint, apiAccessToken, unit, person } = identity;
  const device = { ...(missing !== "deviceId" && { deviceId }), supportedInterfaces };
  return {
    ...(missing !== "device" && !isEvent(request) && { device }),
    ...(person && { person }),
    ...(unit && { unit }),
    apiEndpoint,
    ...(missing !== "apiAccessToken" && { apiAccessToken }),
  };
}

/** ISO 8601 without milliseconds, as Alexa writes it. */
function timestamp(now: number): string {
  return new Date(now).toISOString().replace(/\.\d+Z$/, "Z");
}
