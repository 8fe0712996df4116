import { services } from "ask-sdk-model";
import * as v from "valibot";
import { CallFailure } from "../calls/call-failure.ts";
import { failureKindOf, isHttpFailure } from "../http/http-failure.ts";
import type { SendHttp } from "../http/send-http.ts";
import { type AlexaAccess, apiAccessTokenOf, apiEndpointOf } from "./alexa-access.ts";
import { profileApiClient } from "./profile-api-client.ts";

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
    const profile = new services.ups.UpsServiceClient({
      apiClient: profileApiClient(send, signal),
      apiEndpoint: apiEndpointOf(access).origin,
      authorizationValue: apiAccessTokenOf(access),
    });
    const number = await readNumber(profile);
    // Its tables are larger than the rest of the Lambda: loaded by the calls that need a number.
    const { profileNumber } = await import("./profile-number.ts");
    const callerNumber = profileNumber(number);
    if (callerNumber === undefined) throw new CallFailure("profile.unusable-number");
    return callerNumber;
  };
}

type PhoneNumber = services.ups.PhoneNumber;

async function readNumber(profile: services.ups.UpsServiceClient): Promise<PhoneNumber> {
  // The SDK promises a number, and gives `undefined` for a 204.
  const read: () => Promise<PhoneNumber | undefined> = () => profile.getProfileMobileNumber();
  const number = await read().catch((error) => {
    throw profileFailure(error);
  });
  if (!number?.phoneNumber) throw new CallFailure("profile.no-number");
  return number;
}

const serviceErrorSchema = v.object({ statusCode: v.number() });

/**
 * The SDK throws what the API client threw; an error with `statusCode` for other answers than success;
 * a SyntaxError that quotes the answer where it is no JSON, which is why its cause is not kept.
 */
function profileFailure(error: unknown): CallFailure {
  if (isHttpFailure(error)) {
    return new CallFailure(`profile.${error.kind}`, { cause: error });
  }
  if (!v.is(serviceErrorSchema, error)) return new CallFailure("profile.unavailable");
  const status = error.statusCode;
  return new CallFailure(`profile.${failureKindOf(status)}`, { status });
}
