import { getStringFromEnv, isRequestXRaySampled } from "@aws-lambda-powertools/commons/utils/env";

/** Whether this invocation is to be traced: Lambda says so with each one, and never on a laptop. */
export function isSampled(): boolean {
  const enabled = getStringFromEnv({ key: "POWERTOOLS_TRACE_ENABLED", defaultValue: "" });
  return enabled.toLowerCase() !== "false" && isRequestXRaySampled();
}
