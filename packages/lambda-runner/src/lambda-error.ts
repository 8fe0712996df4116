/** How Lambda tells what went wrong: the `errorType` and `errorMessage` of its answer. */
export interface LambdaError {
  readonly errorType: string;
  readonly message: string;
}

/** The time limit passed: Lambda kills the process and says so in these words. */
export function timedOut(requestId: string, limitMs: number): LambdaError {
  const seconds = (limitMs / 1000).toFixed(2);
  return {
    errorType: "Sandbox.Timedout",
    message: `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`,
  };
}

/** How a process ended. */
export interface Exit {
  readonly requestId: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The process ended without an answer. */
export function exited({ requestId, code, signal }: Exit): LambdaError {
  const how = signal ? `signal: ${signal}` : `exit status ${code ?? "unknown"}`;
  return {
    errorType: "Runtime.ExitError",
    message: `RequestId: ${requestId} Error: Runtime exited with error: ${how}`,
  };
}
