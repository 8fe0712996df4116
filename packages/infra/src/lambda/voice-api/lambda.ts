import { setTimeout as sleep } from "node:timers/promises";
import { ChimeSDKVoiceClient } from "@aws-sdk/client-chime-sdk-voice";
import { type AnswerAddress, answerAddressOf, carryOut, type Outcome } from "./custom-resource.ts";
import { voiceResource } from "./resources.ts";

interface LambdaContext {
  getRemainingTimeInMillis(): number;
}

/** For CloudFormation's answer: one that is never given holds a deployment up for as long as CloudFormation waits. */
const reserveMs = 10_000;

const client = new ChimeSDKVoiceClient({});

/**
 * SIP media applications and SIP rules as CloudFormation's resources.
 * @throws {UnreadableRequestError} for what is no request of CloudFormation's
 */
export async function handler(event: unknown, context: LambdaContext): Promise<void> {
  const address = answerAddressOf(event);
  const signal = AbortSignal.timeout(Math.max(1, context.getRemainingTimeInMillis() - reserveMs));
  const waits = (milliseconds: number) =>
    sleep(milliseconds, undefined, { signal }).catch(() => {});
  const outcome = await carryOut(event, (request) => voiceResource(request, client), {
    signal,
    sleep: waits,
  });
  // Neither properties nor answers: they hold numbers.
  const { RequestType, ResourceType } = Object(event);
  const { LogicalResourceId } = address;
  const failed = outcome.Reason !== undefined;
  const line = { RequestType, ResourceType, LogicalResourceId, failed };
  process.stdout.write(
    `${JSON.stringify({ level: "info", message: "voice-api.resource", ...line })}\n`,
  );
  await answer(address, outcome);
}

async function answer(
  { ResponseURL, StackId, RequestId, LogicalResourceId }: AnswerAddress,
  { PhysicalResourceId, Reason }: Outcome,
): Promise<void> {
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
