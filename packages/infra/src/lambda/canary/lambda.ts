import { setTimeout as sleep } from "node:timers/promises";
import {
  ChimeSDKVoiceClient,
  CreateSipMediaApplicationCallCommand,
} from "@aws-sdk/client-chime-sdk-voice";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { canaryContextId as contextId, createCallContextStore } from "@skill-call/call-context";
import { embeddedMetrics, errorFacts, lambdaLog } from "@skill-call/telemetry";
import { removeContextFrom } from "../remove-context.ts";
import { canaryArrived, canaryService } from "./arrived.ts";
import { type CanaryPorts, canaryCall } from "./canary-call.ts";

const {
  CALL_CONTEXT_TABLE = "",
  CANARY_NUMBER,
  PHONE_NUMBERS = "",
  SIP_MEDIA_APPLICATION_ID,
  STAGE = "none",
} = process.env;

/** Longer than a canary call: what the Lambda cannot remove ends by itself. */
const ttlSeconds = 120;

const voice = new ChimeSDKVoiceClient({});
const dynamoDb = new DynamoDBClient({});
const store = createCallContextStore({
  client: dynamoDb,
  tableName: CALL_CONTEXT_TABLE,
  ttlSeconds,
});
const log = lambdaLog(canaryService);
const measure = embeddedMetrics<{ name: typeof canaryArrived }>({
  service: canaryService,
  stage: STAGE,
});

const ports: CanaryPorts = { createContext, removeContext, status, ring, sleep };

/** Rings each number in turn; counts once, if all of them came through. The answer is for who invokes it by hand. */
export async function handler(): Promise<{ readonly cameThrough: boolean }> {
  let cameThrough = true;
  for (const [index, phoneNumber] of PHONE_NUMBERS.split(",").entries()) {
    cameThrough = (await rings(phoneNumber, index)) && cameThrough;
  }
  if (cameThrough) measure({ name: canaryArrived });
  return { cameThrough };
}

/** No number is logged, only which of the document's it is. */
async function rings(phoneNumber: string, index: number): Promise<boolean> {
  try {
    const reached = await canaryCall(phoneNumber, ports);
    const level = reached === "over" ? "info" : "error";
    log(level, "canary.call", { index, reached });
    return reached === "over";
  } catch (error) {
    log("error", "canary.not-placed", { index, ...errorFacts(error) });
    return false;
  }
}

async function createContext(): Promise<void> {
  await removeContext();
  const context = {
    callerName: "Canary call",
    accountIdVerified: false,
    reason: { id: "canary" },
    locale: "en-US",
    callStarter: "callback",
  } as const;
  await store.create(context, { contextId });
}

function removeContext(): Promise<void> {
  return removeContextFrom(CALL_CONTEXT_TABLE, contextId, dynamoDb);
}

async function status() {
  return (await store.get(contextId)).status;
}

async function ring(ToPhoneNumber: string): Promise<void> {
  await voice.send(
    new CreateSipMediaApplicationCallCommand({
      SipMediaApplicationId: SIP_MEDIA_APPLICATION_ID,
      FromPhoneNumber: CANARY_NUMBER,
      ToPhoneNumber,
    }),
  );
}
