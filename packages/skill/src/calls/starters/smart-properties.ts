import * as v from "valibot";
import {
  type AlexaAccess,
  apiAccessTokenOf,
  apiEndpointOf,
  deviceIdOf,
} from "../../alexa/alexa-access.ts";
import { isHttpFailure } from "../../http/http-failure.ts";
import type { SendHttp } from "../../http/send-http.ts";
import { CallFailure } from "../call-failure.ts";
import type { CallStarter, CallToStart } from "../call-starter.ts";
import { jsonAnswer } from "./json-answer.ts";
import { fetchAccessToken, type LoginPorts, type LoginWithAmazon } from "./login-with-amazon.ts";
import { serviceFailure } from "./service-failure.ts";
import { type Participant, startCommunicationSession } from "./start-communication-session.ts";

/** The communication provider of both sides of a call within a smart property. */
const smartPropertiesProvider = "amzn1.comms.csp.id.c0e1cd84-a846-11ed-afa1-0242ac120002";

export interface SmartPropertiesOptions extends LoginPorts {
  /** The extension on the property's PBX that takes the calls. */
  readonly extension: string;
  readonly login: LoginWithAmazon;
}

/** Starts a call from a unit of an Alexa Smart Property to an extension of its PBX. */
export function createSmartPropertiesStarter(options: SmartPropertiesOptions): CallStarter {
  return {
    name: "smart-properties",
    needsCallerNumber: false,
    rings: "device",
    mayBeAskedAgain: false,
    check(access) {
      apiEndpointOf(access);
      apiAccessTokenOf(access);
      deviceIdOf(access);
      unitIdOf(access);
    },
    async start(call) {
      try {
        await startFromUnit(call, options);
      } catch (error) {
        throw isHttpFailure(error) ? serviceFailure("property", error) : error;
      }
    },
  };
}

async function startFromUnit(call: CallToStart, options: SmartPropertiesOptions): Promise<void> {
  const { access, contextId, signal } = call;
  const token = await fetchAccessToken(options, options.login, signal);
  const profileId = await fetchProfileId(options.send, { access, token, signal });
  const unit: Participant = {
    id: { type: "COMMUNICATION_PROFILE_ID", value: profileId },
    communicationProviderId: smartPropertiesProvider,
    endpointId: deviceIdOf(access),
    isOriginator: true,
  };
  const pbx: Participant = {
    id: { type: "RAW_ADDRESS", value: options.extension },
    communicationProviderId: smartPropertiesProvider,
  };
  const participants = [unit, pbx] as const;
  await startCommunicationSession(options.send, { access, participants, contextId, signal });
}

interface ProfileRequest {
  readonly access: AlexaAccess;
  readonly token: string;
  readonly signal: AbortSignal;
}

/** Amazon's sample finds the ID nested in an object of the same name. */
const profileSchema = v.object({
  profileId: v.union([v.string(), v.object({ profileId: v.string() })]),
});

async function fetchProfileId(
  send: SendHttp,
  { access, token, signal }: ProfileRequest,
): Promise<string> {
  const query = new URLSearchParams({ "entity.type": "UNIT", "entity.id": unitIdOf(access) });
  const answer = await send({
    method: "GET",
    url: `${apiEndpointOf(access).origin}/v1/communications/profile?${query}`,
    headers: { Authorization: `Bearer ${token}`, Accept: "application/json" },
    signal,
  });
  const { profileId } = jsonAnswer(profileSchema, answer);
  return typeof profileId === "string" ? profileId : profileId.profileId;
}

function unitIdOf({ persistentUnitId }: AlexaAccess): string {
  if (persistentUnitId === undefined) throw new CallFailure("property.no-unit");
  return persistentUnitId;
}
