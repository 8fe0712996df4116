import type { services } from "ask-sdk-model";
import { CallFailure } from "../calls/call-failure.ts";
import { isHttpFailure } from "../http/http-failure.ts";
import { type SendHttp, successful } from "../http/send-http.ts";
import { type AlexaAccess, apiAccessTokenOf, apiEndpointOf } from "./alexa-access.ts";

/** What the caller must consent to before the profile tells their number. */
export const mobileNumberScope = "alexa::profile:mobile_number:read";

/**
 * The caller's own number, E.164, asked anew for every call: customer data is not kept.
 * @throws {CallFailure} `profile.…`, or `request.…` when the request lacks what it takes to ask
 */
export type FetchCallerNumber = (access: AlexaAccess, signal: AbortSignal) => Promise<string>;

/** Reads the mobile number of Alexa's customer profile. */
export function createFetchMobileNumber(send: SendHttp): FetchCallerNumber {
  return async (access, signal) => {
    const number = await readNumber(profileOf(access, { send, signal }));
    // Its tables are larger than the rest of the Lambda: loaded by the calls that need a number.
    const { profileNumber } = await import("./profile-number.ts");
    const callerNumber = profileNumber(number);
    if (callerNumber === undefined) throw new CallFailure("profile.unusable-number");
    return callerNumber;
  };
}

/** What the caller must consent to before the profile tells their given name. */
export const givenNameScope = "alexa::profile:given_name:read";

/** The given name of the caller's Alexa account; `undefined` where they do not allow it, and for any other trouble. */
export type FetchGivenName = (
  access: AlexaAccess,
  signal: AbortSignal,
) => Promise<string | undefined>;

/** Reads the given name of Alexa's customer profile. A name is not a reason to lose a caller: nothing is thrown. */
export function createFetchGivenName(send: SendHttp): FetchGivenName {
  return async (access, signal) => {
    try {
      const name = await profileOf(access, { send, signal })("Profile.givenName");
      return typeof name === "string" ? name : undefined;
    } catch {
      return undefined;
    }
  };
}

interface ProfileRequest {
  readonly send: SendHttp;
  readonly signal: AbortSignal;
}

/** Reads a setting of the caller's account; `undefined` where it has none. */
type ReadSetting = (name: "Profile.mobileNumber" | "Profile.givenName") => Promise<unknown>;

/**
 * The customer profile API, without the SDK's client: that brings those of all of Alexa's services.
 * @throws {CallFailure} `request.…` when the request lacks what it takes to ask
 */
function profileOf(access: AlexaAccess, { send, signal }: ProfileRequest): ReadSetting {
  const { origin } = apiEndpointOf(access);
  const headers = { Authorization: `Bearer ${apiAccessTokenOf(access)}` };
  return async (name) => {
    const url = `${origin}/v2/accounts/~current/settings/${name}`;
    const { body } = successful(await send({ method: "GET", url, headers, signal }));
    return body === "" ? undefined : JSON.parse(body);
  };
}

type PhoneNumber = services.ups.PhoneNumber;

async function readNumber(readSetting: ReadSetting): Promise<PhoneNumber> {
  const setting = await readSetting("Profile.mobileNumber").catch((error) => {
    throw profileFailure(error);
  });
  const number = setting as PhoneNumber | null | undefined;
  if (!number?.phoneNumber) throw new CallFailure("profile.no-number");
  return number;
}

/** Other than an HttpFailure it is a SyntaxError, which quotes the answer: its cause is not kept. */
function profileFailure(error: unknown): CallFailure {
  if (!isHttpFailure(error)) return new CallFailure("profile.unavailable");
  const { kind, status } = error;
  return new CallFailure(`profile.${kind}`, {
    cause: error,
    ...(status !== undefined && { status }),
  });
}
