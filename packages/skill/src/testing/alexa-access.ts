import type { AlexaAccess } from "../alexa/alexa-access.ts";

/** What an Echo device's request lets the skill use. */
export const echoAccess: AlexaAccess = {
  apiEndpoint: "https://api.amazonalexa.com",
  apiAccessToken: "token-of-the-request",
  device: { deviceId: "amzn1.ask.device.1" },
  persistentUnitId: undefined,
};
