import { FaultQueue, type Faults } from "@skill-call/emulation";
import type { InvocationEnd, LambdaFunction } from "@skill-call/lambda-runner";

/** What can go wrong inside a Lambda; what can go wrong on the way to it is the caller's part. */
export type LambdaFault =
  /** The time limit passes before anything is done. */
  | { readonly kind: "timed-out" }
  /** The process dies before anything is done. */
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
    ...(lambda.concurrency !== undefined && { concurrency: lambda.concurrency }),
    faults,
    warm: () => lambda.warm(),
    close: () => lambda.close(),
    invoke: async (event) => {
      const fault = faults.take();
      return fault ? { ...endUnder(fault), durationMs: 0 } : lambda.invoke(event);
    },
  };
}

function endUnder(fault: LambdaFault): InvocationEnd {
  switch (fault.kind) {
    case "timed-out":
      return {
        outcome: "timed-out",
        errorType: "Sandbox.Timedout",
        message: "RequestId: injected Error: Task timed out after 5.00 seconds",
      };
    case "crash":
      return {
        outcome: "failed",
        errorType: "Runtime.ExitError",
        message: "RequestId: injected Error: Runtime exited with error: signal: killed",
      };
    case "answer":
      return { outcome: "answered", payload: fault.payload };
  }
}
