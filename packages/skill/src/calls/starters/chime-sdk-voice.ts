import * as v from "valibot";
import { failureKindOf, HttpFailure } from "../../http/http-failure.ts";
import type { CreateSipMediaApplicationCall } from "./callback.ts";

/** CreateSipMediaApplicationCall with the AWS SDK, which is loaded with the first call and not before. */
export function createCallWithChimeSdkVoice(): CreateSipMediaApplicationCall {
  const voice = once(loadVoice);
  return async (call, signal) => {
    const { client, CreateSipMediaApplicationCallCommand } = await voice();
    const input = { ...call, ArgumentsMap: { ...call.ArgumentsMap } };
    const command = new CreateSipMediaApplicationCallCommand(input);
    try {
      await client.send(command, { abortSignal: signal });
    } catch (error) {
      throw httpFailure(error, signal);
    }
  };
}

async function loadVoice() {
  const { ChimeSDKVoiceClient, CreateSipMediaApplicationCallCommand } = await import(
    "@aws-sdk/client-chime-sdk-voice"
  );
  // One attempt: a repeated request whose first answer was lost would ring twice.
  return {
    client: new ChimeSDKVoiceClient({ maxAttempts: 1 }),
    CreateSipMediaApplicationCallCommand,
  };
}

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
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
