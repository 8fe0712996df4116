import {
  ChimeSDKVoiceClient,
  CreateSipMediaApplicationCallCommand,
} from "@aws-sdk/client-chime-sdk-voice";
import * as v from "valibot";
import { failureKindOf, HttpFailure } from "../../http/http-failure.ts";
import type { CreateSipMediaApplicationCall } from "./callback.ts";

/** One attempt: a repeated request whose first answer was lost would ring twice. */
export function voiceClient(): ChimeSDKVoiceClient {
  return new ChimeSDKVoiceClient({ maxAttempts: 1 });
}

/** CreateSipMediaApplicationCall with the AWS SDK. To be imported when it is needed: the SDK takes its time to load. */
export function createCallWithChimeSdkVoice(
  client: ChimeSDKVoiceClient,
): CreateSipMediaApplicationCall {
  return async (call, signal) => {
    const input = { ...call, ArgumentsMap: { ...call.ArgumentsMap } };
    const command = new CreateSipMediaApplicationCallCommand(input);
    try {
      await client.send(command, { abortSignal: signal });
    } catch (error) {
      throw httpFailure(error, signal);
    }
  };
}

const answeredSchema = v.object({ $metadata: v.object({ httpStatusCode: v.number() }) });
const neverSentSchema = v.object({ name: v.literal("CredentialsProviderError") });

/** The SDK's errors carry the HTTP status in `$metadata`, where there was an answer. */
function httpFailure(cause: unknown, signal: AbortSignal): HttpFailure {
  if (signal.aborted) return new HttpFailure("timeout", { cause });
  if (v.is(answeredSchema, cause)) {
    const status = cause.$metadata.httpStatusCode;
    return new HttpFailure(failureKindOf(status), { cause, status });
  }
  const kind = v.is(neverSentSchema, cause) ? "access-denied" : "connection-lost";
  return new HttpFailure(kind, { cause });
}
