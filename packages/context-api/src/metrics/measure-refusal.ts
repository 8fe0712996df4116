import type { Measure } from "@skill-call/telemetry";
import type { RequestError } from "../errors.ts";
import { deniedCodes, type Metric } from "./metric.ts";

/** Counts the requests that were denied, by cause, and those for a context that is not there. */
export function measureRefusal({ code }: RequestError, measure: Measure<Metric>): void {
  if (code === "context-api.not-found") measure({ name: "ContextsNotFound" });
  const cause = deniedCodes.find((denied) => denied === code);
  if (cause) measure({ name: "RequestsDenied", cause });
}
