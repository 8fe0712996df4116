/** What Lambda says of the trace of this invocation. */
export interface TraceOfInvocation {
  /** Such as `1-5759e988-bd862e3fe1be46a994272793`. */
  readonly traceId?: string;
  /** Of Lambda's own segment. */
  readonly parentId?: string;
  readonly isSampled: boolean;
}

/** Lambda sets it anew for each invocation: `Root=1-…;Parent=…;Sampled=1`. */
export function traceOfInvocation(): TraceOfInvocation {
  const header = process.env._X_AMZN_TRACE_ID;
  if (!header) return { isSampled: false };
  const parts = new Map(
    header.split(";").map((part) => part.trim().split("=", 2) as [string, string]),
  );
  const traceId = parts.get("Root");
  const parentId = parts.get("Parent");
  return {
    ...(traceId !== undefined && { traceId }),
    ...(parentId !== undefined && { parentId }),
    isSampled: parts.get("Sampled") === "1",
  };
}
