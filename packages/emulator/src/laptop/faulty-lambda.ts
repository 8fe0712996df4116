import { FaultQueue, type Faults } from "../fault-queue.ts";
import type { Invocation, LambdaFunction } from "../lambda/lambda-function.ts";

/** What can go wrong with one invocation. */
export type LambdaFault =
  /** The time limit passes before anything is done. */
  | { readonly kind: "timed-out" }
  /** The event is handled, but no answer comes: the service sends the same event once more. */
  | { readonly kind: "answer-lost" }
  | { readonly kind: "crash" }
  /** An answer that the function never gave. */
  | { readonly kind: "answer"; readonly payload: unknown };

export interface FaultyLambda extends LambdaFunction {
  readonly faults: Faults<LambdaFault>;
}

/** A Lambda that can be made to fail on purpose. */
export function faultyLambda(lambda: LambdaFunction): FaultyLambda {
  const faults = new FaultQueue<LambdaFault>();
  return {
    name: lambda.name,
    faults,
    close: () => lambda.close(),
    invoke: async (event) => {
      const fault = faults.take();
      return fault ? underFault(fault, () => lambda.invoke(event)) : lambda.invoke(event);
    },
  };
}

async function underFault(
  fault: LambdaFault,
  invoke: () => Promise<Invocation>,
): Promise<Invocation> {
  switch (fault.kind) {
    case "timed-out":
      return { ...timedOut, durationMs: 0 };
    case "answer-lost":
      return { ...timedOut, durationMs: (await invoke()).durationMs };
    case "crash":
      return {
        outcome: "failed",
        errorType: "Runtime.ExitError",
        message: "RequestId: injected Error: Runtime exited with error: signal: killed",
        durationMs: 0,
      };
    case "answer":
      return { outcome: "answered", payload: fault.payload, durationMs: 0 };
  }
}

const timedOut = {
  outcome: "timed-out",
  errorType: "Sandbox.Timedout",
  message: "RequestId: injected Error: Task timed out after 5.00 seconds",
} as const;
