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

/** The SDK's errors carry the HTTP status in `$metadata`, and none where there was no answer. */
function httpFailure(cause: unknown, signal: AbortSignal): HttpFailure {
  if (signal.aborted) return new HttpFailure("timeout", { cause });
  const status = statusOf(cause);
  if (status !== undefined) return new HttpFailure(failureKindOf(status), { cause, status });
  const noAnswer = cause instanceof Error && "code" in cause;
  // Neither status nor a socket's code: refused before it left, such as for want of credentials.
  return new HttpFailure(noAnswer ? "connection-lost" : "access-denied", { cause });
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !("$metadata" in error)) return undefined;
  const { httpStatusCode } = error.$metadata as { readonly httpStatusCode?: number };
  return httpStatusCode;
}
