import type { RequestEnvelope } from "ask-sdk-model";
import { CallFailure } from "../calls/call-failure.ts";
import { type ApiEndpoint, trustedApiEndpoint } from "./api-endpoint.ts";

/** What one request lets the skill use of Alexa, and where; every part of it can be missing. */
export interface AlexaAccess {
  readonly apiEndpoint: string | undefined;
  readonly apiAccessToken: string | undefined;
  readonly device: { readonly deviceId: string | undefined } | undefined;
  /** The room or apartment of a smart property. */
  readonly persistentUnitId: string | undefined;
}

/** Reads the request's `context.System`, whatever of it there is. */
export function readAlexaAccess({ context }: Partial<RequestEnvelope>): AlexaAccess {
  const system: Partial<RequestEnvelope["context"]["System"]> = context?.System ?? {};
  const { apiEndpoint, apiAccessToken, device, unit } = system;
  return {
    apiEndpoint: apiEndpoint || undefined,
    apiAccessToken: apiAccessToken || undefined,
    device: device && { deviceId: device.deviceId || undefined },
    persistentUnitId: unit?.persistentUnitId || undefined,
  };
}

/**
 * Where this request's token may be used.
 * @throws {CallFailure} `request.untrusted-endpoint` when it is neither Amazon's nor this machine
 */
export function apiEndpointOf({ apiEndpoint }: AlexaAccess): ApiEndpoint {
  const trusted = apiEndpoint === undefined ? undefined : trustedApiEndpoint(apiEndpoint);
  if (!trusted) throw new CallFailure("request.untrusted-endpoint");
  return trusted;
}

/** @throws {CallFailure} `request.no-token` when the request carries none */
export function apiAccessTokenOf({ apiAccessToken }: AlexaAccess): string {
  if (apiAccessToken === undefined) throw new CallFailure("request.no-token");
  return apiAccessToken;
}

/** @throws {CallFailure} `request.no-device` or `request.no-device-id` */
export function deviceIdOf({ device }: AlexaAccess): string {
  if (device === undefined) throw new CallFailure("request.no-device");
  if (device.deviceId === undefined) throw new CallFailure("request.no-device-id");
  return device.deviceId;
}
