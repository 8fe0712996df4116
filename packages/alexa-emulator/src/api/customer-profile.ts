import type { CustomerAccount } from "../customer-account.ts";
import { type AlexaApi, type ApiAnswer, errorAnswer } from "./api-answer.ts";

type ProfileApi = Extract<AlexaApi, "mobile-number" | "given-name">;

const scopes: Readonly<Record<ProfileApi, string>> = {
  "mobile-number": "alexa::profile:mobile_number:read",
  "given-name": "alexa::profile:given_name:read",
};

/** "Customer Profile REST API Reference": 403 without the permission, 204 where there is nothing to tell. */
export function customerProfile(api: ProfileApi, customer: CustomerAccount): ApiAnswer {
  if (!customer.hasGranted(scopes[api]))
    return errorAnswer(api, 403, "Access denied with reason: ACCESS_NOT_REQUESTED");
  const value = api === "mobile-number" ? customer.mobileNumber : customer.givenName;
  return value === undefined ? { status: 204 } : { status: 200, body: value };
}
