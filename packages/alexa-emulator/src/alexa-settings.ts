import { randomUUID } from "node:crypto";
import { type Clock, systemClock } from "@skill-call/emulation";
import type { AlexaOptions } from "./alexa-options.ts";
import type { AlexaTrace } from "./alexa-trace.ts";
import type { AlexaRegion } from "./api/communication-sessions.ts";
import { CustomerAccount } from "./customer-account.ts";
import { AudioPlayer } from "./device/audio-player.ts";
import type { Device } from "./device/device.ts";
import { supportedInterfaces } from "./device/supported-interfaces.ts";
import { answeredCall, type PlaceCall } from "./device-call.ts";
import type { SkillIdentity } from "./session/request-envelope.ts";

const defaultSkillId = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000";
const defaultSkillClientId = "amzn1.application-oa2-client.00000000000000000000000000000000";
const defaultDeviceId = "amzn1.ask.device.EMULATED";
const defaultPersonId = "amzn1.ask.person.EMULATED";

/** The options with their defaults. */
export interface AlexaSettings extends Omit<AlexaOptions, "customer" | "device"> {
  readonly customer: CustomerAccount;
  readonly device: Device;
  readonly deviceId: string;
  readonly audioPlayer: AudioPlayer;
  readonly placeCall: PlaceCall;
  readonly skillId: string;
  readonly skillClientId: string;
  readonly region: AlexaRegion;
  /** `context.System.apiAccessToken`. */
  readonly accessToken: string;
  readonly clock: Clock;
  readonly trace: AlexaTrace;
  readonly newId: () => string;
}

export function settingsOf(options: AlexaOptions): AlexaSettings {
  const { newId = randomUUID, device = {} } = options;
  return {
    skillId: defaultSkillId,
    skillClientId: defaultSkillClientId,
    region: "NA",
    clock: systemClock,
    trace: () => {},
    placeCall: answeredCall,
    ...options,
    newId,
    device,
    deviceId: device.deviceId ?? defaultDeviceId,
    audioPlayer: new AudioPlayer(),
    customer: new CustomerAccount(options.customer ?? {}),
    accessToken: `emulated-${newId()}`,
  };
}

/** Who the requests to the skill come from. */
export function identityOf(settings: AlexaSettings, apiEndpoint: string): SkillIdentity {
  const { skillId, device, deviceId, locale, accessToken, smartProperty, person } = settings;
  const { unitId, persistentUnitId } = smartProperty ?? {};
  return {
    skillId,
    userId: settings.customer.userId,
    deviceId,
    supportedInterfaces: supportedInterfaces(device, settings.interfaces),
    ...(person && {
      person: {
        personId: person.personId ?? defaultPersonId,
        ...(person.accessToken !== undefined && { accessToken: person.accessToken }),
      },
    }),
    locale,
    apiEndpoint,
    apiAccessToken: accessToken,
    ...(unitId && persistentUnitId && { unit: { unitId, persistentUnitId } }),
  };
}
