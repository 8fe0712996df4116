import { setTimeout as sleep } from "node:timers/promises";
import { ChimeSDKVoiceClient } from "@aws-sdk/client-chime-sdk-voice";
import { type CustomResourceEvent, carryOut, type Outcome } from "./custom-resource.ts";
import { voiceResource } from "./resources.ts";

interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

/** For CloudFormation's answer: one that is never given holds a deployment up for as long as CloudFormation waits. */
const reserveMs = 10_000;

const client = new ChimeSDKVoiceClient({});

/** SIP media applications and SIP rules as CloudFormation's resources. */
export async function handler(event: CustomResourceEvent, context: LambdaContext): Promise<void> {
  const signal = AbortSignal.timeout(Math.max(1, context.getRemainingTimeInMillis() - reserveMs));
  const outcome = await carriedOut(event, signal);
  const { RequestType, ResourceType, LogicalResourceId } = event;
  // Neither properties nor answers: they hold numbers.
  const line = {
    RequestType,
    ResourceType,
    LogicalResourceId,
    failed: outcome.Reason !== undefined,
  };
  process.stdout.write(
    `${JSON.stringify({ level: "info", message: "voice-api.resource", ...line })}\n`,
  );
  await answer(event, outcome);
}

async function carriedOut(event: CustomResourceEvent, signal: AbortSignal): Promise<Outcome> {
  try {
    const waits = (milliseconds: number) =>
      sleep(milliseconds, undefined, { signal }).catch(() => {});
    return await carryOut(event, voiceResource(event, client), { signal, sleep: waits });
  } catch (error) {
    const { PhysicalResourceId = "nothing-made" } = event;
    return { PhysicalResourceId, Reason: error instanceof Error ? error.message : "unknown" };
  }
}

async function answer(
  event: CustomResourceEvent,
  { PhysicalResourceId, Reason }: Outcome,
): Promise<void> {
  const { StackId, RequestId, LogicalResourceId, ResponseURL } = event;
  const Status = Reason === undefined ? "SUCCESS" : "FAILED";
  const ids = { StackId, RequestId, LogicalResourceId, PhysicalResourceId };
  const body = JSON.stringify({ Status, ...(Reason !== undefined && { Reason }), ...ids });
  // The URL is signed for an empty content type.
  const response = await fetch(ResponseURL, {
    method: "PUT",
    headers: { "content-type": "" },
    body,
  });
  // Lambda invokes once more, twice at most: each of our steps may be repeated.
  if (!response.ok) throw new Error(`CloudFormation's answer was refused with ${response.status}`);
}
