import { traceOfInvocation } from "./trace-of-invocation.ts";

/** Whether this invocation is to be traced: Lambda says so with each one, and never on a laptop. */
export function isSampled(): boolean {
  const enabled = process.env.POWERTOOLS_TRACE_ENABLED ?? "";
  return enabled.trim().toLowerCase() !== "false" && traceOfInvocation().isSampled;
}
