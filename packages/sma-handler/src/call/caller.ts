import {
  canaryContextId,
  contextIdFromUserToUser,
  encodeContextId,
  isContextId,
  sendableUserToUser,
} from "@skill-call/call-context";
import {
  callArguments,
  findLeg,
  type PstnAudioEvent,
  sipHeader,
  sipHeaderFields,
} from "@skill-call/pstn-audio";
import { isCanary } from "../canary.ts";
import type { Config } from "../config/config.ts";

/** Who calls, as far as the event says. */
export type Caller =
  /** Claims to come from a skill that may not call. */
  | { readonly kind: "stranger" }
  /** Comes from no skill. */
  | { readonly kind: "ordinary" }
  | {
      readonly kind: "skill";
      readonly contextId?: string;
      /** The User-to-User header as it came, where it is not the way we would write it ourselves. */
      readonly userToUser?: string;
    };

/** What the deployment says of who may call. */
export type Admission = Pick<Config, "allowedSkillClientIds" | "canaryNumber">;

/**
 * Tells who calls. The client ID is a filter, not a proof: anyone who can send SIP to the SIP media application
 * can write the header. The proof is the unguessable context ID, which lives shortly and works once.
 */
export function identifyCaller(event: PstnAudioEvent, config: Admission): Caller {
  const { allowedSkillClientIds, canaryNumber } = config;
  const leg = findLeg(event, "LEG-A");
  // Only who may call CreateSipMediaApplicationCall in this account starts an outbound call.
  if (leg?.direction === "outbound") return calledBack(event);
  // A phone line carries no header.
  if (isCanary(event, canaryNumber)) return { kind: "skill", contextId: canaryContextId };
  const headers = leg?.headers ?? {};
  const clientId = sipHeader(headers, "X-Alexa-LWA-ClientId")?.trim();
  if (clientId === undefined) return { kind: "ordinary" };
  if (!allowedSkillClientIds.has(clientId)) return { kind: "stranger" };
  return { kind: "skill", ...contextIn(sipHeaderFields(headers, "User-to-User")) };
}

/** That API's own SIP headers never reach the Lambda; its ArgumentsMap does. */
function calledBack(event: PstnAudioEvent): Caller {
  const { contextId } = callArguments(event);
  return { kind: "skill", ...(isContextId(contextId) && { contextId }) };
}

function contextIn(userToUser: readonly string[]) {
  const contextId = contextIdFromUserToUser(userToUser);
  if (contextId === undefined) return {};
  const sendable = sendableUserToUser(userToUser);
  return { contextId, ...(goesOn(sendable, contextId) && { userToUser: sendable }) };
}

/** CallAndBridge takes 2,048 characters as a header's value (guide, "Using SIP headers"). */
const mostCharacters = 2_048;

/** Whether what is left of the header still leads to the context, and is not the way we would write it ourselves. */
function goesOn(sendable: string | undefined, contextId: string): sendable is string {
  if (sendable === undefined || sendable.length > mostCharacters) return false;
  if (sendable === encodeContextId(contextId)) return false;
  return contextIdFromUserToUser(sendable) === contextId;
}
