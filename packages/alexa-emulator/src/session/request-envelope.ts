import type { DialogState } from "../dialog/dialog-progress.ts";
import type { WireIntent } from "../dialog/wire-intent.ts";
import type { SessionEnded, SessionError } from "../turn.ts";

/** Who speaks to which skill, and where that skill reaches Alexa. */
export interface SkillIdentity {
  readonly skillId: string;
  readonly userId: string;
  readonly deviceId: string;
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
  | {
      readonly type: "System.ExceptionEncountered";
      readonly error: SessionError;
      readonly cause: { readonly requestId: string };
    };

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
  const { identity, request, requestId, now, session } = facts;
  const application = { applicationId: identity.skillId };
  const user = { userId: identity.userId };
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
    context: { System: { application, user, ...systemFields(facts) } },
    request: { ...request, requestId, timestamp: timestamp(now), locale: identity.locale },
  };
}

function systemFields({ identity, missing }: EnvelopeFacts): object {
  const { deviceId, apiEndpoint, apiAccessToken, unit } = identity;
  const device = { ...(missing !== "deviceId" && { deviceId }), supportedInterfaces: {} };
  return {
    ...(missing !== "device" && { device }),
    ...(unit && { unit }),
    apiEndpoint,
    ...(missing !== "apiAccessToken" && { apiAccessToken }),
  };
}

/** ISO 8601 without milliseconds, as Alexa writes it. */
function timestamp(now: number): string {
  return new Date(now).toISOString().replace(/\.\d+Z$/, "Z");
}
