import { randomUUID } from "node:crypto";
import { type Clock, systemClock } from "@skill-call/emulation";
import type { AlexaOptions } from "./alexa-options.ts";
import type { AlexaTrace } from "./alexa-trace.ts";
import type { AlexaRegion } from "./api/communication-sessions.ts";
import { CustomerAccount } from "./customer-account.ts";
import type { SkillIdentity } from "./session/request-envelope.ts";

const defaultSkillId = "amzn1.ask.skill.00000000-0000-4000-8000-000000000000";
const defaultDeviceId = "amzn1.ask.device.EMULATED";
const userId = "amzn1.ask.account.EMULATED";

/** The options with their defaults. */
export interface AlexaSettings extends Omit<AlexaOptions, "customer"> {
  readonly customer: CustomerAccount;
  readonly skillId: string;
  readonly deviceId: string;
  readonly region: AlexaRegion;
  /** `context.System.apiAccessToken`. */
  readonly accessToken: string;
  readonly clock: Clock;
  readonly trace: AlexaTrace;
  readonly newId: () => string;
}

export function settingsOf(options: AlexaOptions): AlexaSettings {
  const { newId = randomUUID } = options;
  return {
    skillId: defaultSkillId,
    deviceId: defaultDeviceId,
    region: "NA",
    clock: systemClock,
    trace: () => {},
    ...options,
    newId,
    customer: new CustomerAccount(options.customer),
    accessToken: `emulated-${newId()}`,
  };
}

/** Who the requests to the skill come from. */
export function identityOf(settings: AlexaSettings, apiEndpoint: string): SkillIdentity {
  const { skillId, deviceId, locale, accessToken, smartProperty } = settings;
  const { unitId, persistentUnitId } = smartProperty ?? {};
  return {
    skillId,
    userId,
    deviceId,
    locale,
    apiEndpoint,
    apiAccessToken: accessToken,
    ...(unitId && persistentUnitId && { unit: { unitId, persistentUnitId } }),
  };
}
