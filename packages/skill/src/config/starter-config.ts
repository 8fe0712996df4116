import { e164Number, requirement } from "@skill-call/lambda-config";
import * as v from "valibot";
import type { LoginWithAmazon } from "../calls/starters/login-with-amazon.ts";
import { loginUrl } from "./variables.ts";

/** How calls are started, with what that takes. */
export type StarterConfig =
  | { readonly name: "skill-call"; readonly smaPhoneNumber: string }
  | {
      readonly name: "callback";
      readonly sipMediaApplicationId: string;
      readonly fromNumber: string;
    }
  | {
      readonly name: "smart-properties";
      readonly extension: string;
      readonly login: LoginWithAmazon;
    };

function text(example: string) {
  return v.string(requirement("must be text", example));
}

const skillCall = v.pipe(
  v.object({ SMA_PHONE_NUMBER: e164Number }),
  v.transform(
    (env): StarterConfig => ({ name: "skill-call", smaPhoneNumber: env.SMA_PHONE_NUMBER }),
  ),
);

const callback = v.pipe(
  v.object({
    SIP_MEDIA_APPLICATION_ID: text("d82f98e7-7557-4b6b-a690-3dcfcbf8ab2e"),
    CALLBACK_FROM_NUMBER: e164Number,
  }),
  v.transform(
    (env): StarterConfig => ({
      name: "callback",
      sipMediaApplicationId: env.SIP_MEDIA_APPLICATION_ID,
      fromNumber: env.CALLBACK_FROM_NUMBER,
    }),
  ),
);

const smartProperties = v.pipe(
  v.object({
    SMART_PROPERTIES_EXTENSION: text("5000"),
    LWA_CLIENT_ID: text("amzn1.application-oa2-client.…"),
    LWA_CLIENT_SECRET: text("amzn1.oa2-cs.v1.…"),
    LWA_REFRESH_TOKEN: text("Atzr|…"),
    LWA_TOKEN_URL: v.optional(loginUrl, "https://api.amazon.com/auth/o2/token"),
  }),
  v.transform(
    (env): StarterConfig => ({
      name: "smart-properties",
      extension: env.SMART_PROPERTIES_EXTENSION,
      login: {
        tokenUrl: env.LWA_TOKEN_URL,
        clientId: env.LWA_CLIENT_ID,
        clientSecret: env.LWA_CLIENT_SECRET,
        refreshToken: env.LWA_REFRESH_TOKEN,
      },
    }),
  ),
);

/** The variables that each way to start a call takes. */
export const starterSchemas = {
  "skill-call": skillCall,
  callback,
  "smart-properties": smartProperties,
};
