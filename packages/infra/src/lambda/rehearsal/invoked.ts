import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import type { WireEvent } from "./rehearsed-call.ts";

/**
 * What a version answers to an event.
 * @param version `<function>:<version>`, or its ARN
 * @throws {Error} with the name of the error that the invocation ended with
 */
export async function invoked(
  client: LambdaClient,
  version: string,
  event: WireEvent,
): Promise<unknown> {
  const { FunctionError, Payload } = await client.send(
    new InvokeCommand({ FunctionName: version, Payload: JSON.stringify(event) }),
  );
  const answer: unknown = JSON.parse(Payload?.transformToString() || "null");
  if (FunctionError === undefined) return answer;
  const { errorType = FunctionError } = answer as { readonly errorType?: string };
  throw new Error(`the invocation fails with ${errorType}`);
}
