import { randomUUID } from "node:crypto";
import { routesOf } from "./routes-of.ts";

const skillClientId = `amzn1.application-oa2-client.${"0".repeat(32)}`;

/** What the SMA handler is configured with: everybody goes to one Voice Connector. */
export const smaEnvironment = {
  ALLOWED_SKILL_CLIENT_IDS: skillClientId,
  CALLER_ID_NUMBER: "+12045550100",
  ROUTES: JSON.stringify(routesOf(0)),
};

/** A skill call's first event, carrying a context ID. */
export function newInboundCall(contextId: string) {
  return {
    SchemaVersion: "1.0",
    Sequence: 1,
    InvocationEventType: "NEW_INBOUND_CALL",
    CallDetails: {
      TransactionId: randomUUID(),
      AwsAccountId: "123456789012",
      AwsRegion: "us-east-1",
      SipMediaApplicationId: randomUUID(),
      SipRuleId: randomUUID(),
      Participants: [
        {
          CallId: randomUUID(),
          ParticipantTag: "LEG-A",
          To: "+16073331111",
          From: "+12065551111",
          Direction: "Inbound",
          StartTimeInMilliseconds: String(Date.now()),
          SipHeaders: {
            "User-to-User": userToUserOf(contextId),
            "X-Alexa-LWA-ClientId": skillClientId,
          },
        },
      ],
    },
  };
}

/** What a call carries to find its context by. */
export function userToUserOf(contextId: string): string {
  return `${Buffer.from(`csi=${contextId}`).toString("hex")};encoding=hex`;
}
