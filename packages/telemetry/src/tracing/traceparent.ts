import { traceOfInvocation } from "./trace-of-invocation.ts";

/**
 * This invocation's trace as W3C Trace Context writes it (section 3.2), for those who take the work over; `undefined`
 * where nobody traces.
 */
export function traceparentOfInvocation(): string | undefined {
  const { traceId = "", parentId = "", isSampled } = traceOfInvocation();
  const [, time, rest] = /^1-([0-9a-f]{8})-([0-9a-f]{24})$/.exec(traceId) ?? [];
  if (time === undefined || !/^[0-9a-f]{16}$/.test(parentId)) return undefined;
  return `00-${time}${rest}-${parentId}-${isSampled ? "01" : "00"}`;
}

/** The trace that a `traceparent` names, as X-Ray calls it; `undefined` for what is none. */
export function xRayTraceId(traceparent: string | undefined): string | undefined {
  const [, time, rest] =
    /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{8})([0-9a-f]{24})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-|$)/.exec(
      traceparent ?? "",
    ) ?? [];
  return time === undefined ? undefined : `1-${time}-${rest}`;
}
