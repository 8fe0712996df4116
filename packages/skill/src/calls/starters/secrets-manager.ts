import { AwsServiceError, createSecretReader } from "@skill-call/aws-request";
import { failureKindOf, HttpFailure } from "../../http/http-failure.ts";
import type { ReadSecret } from "./login-with-amazon.ts";

/** Secrets of AWS Secrets Manager, each kept for five minutes. */
export function secretsManager(): ReadSecret {
  const read = createSecretReader({ environment: process.env, now: Date.now });
  return async (secretArn, signal) => {
    try {
      return await read(secretArn, signal);
    } catch (cause) {
      throw failureOf(cause, signal);
    }
  };
}

function failureOf(cause: unknown, signal: AbortSignal): HttpFailure {
  if (cause instanceof AwsServiceError) {
    const status = cause.$metadata.httpStatusCode;
    return new HttpFailure(failureKindOf(status), { cause, status });
  }
  return new HttpFailure(signal.aborted ? "timeout" : "connection-lost", { cause });
}
