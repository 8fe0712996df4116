import type { Measure } from "@skill-call/telemetry";
import type { ProblemCode, RequestError } from "../errors.ts";

/** One thing that is counted, in the words of the business; dashboards and alarms know these names. */
export type Metric =
  | { readonly name: "ContextsRead" }
  | { readonly name: "ContextsNotFound" }
  | { readonly name: "RequestsDenied"; readonly cause: DeniedCode };

/** A request that was unauthenticated, forbidden or rate-limited. */
export const deniedCodes = [
  "context-api.unauthorized",
  "context-api.forbidden",
  "context-api.too-many-requests",
] as const satisfies readonly ProblemCode[];
export type DeniedCode = (typeof deniedCodes)[number];

/** Counts the requests that were denied, by cause, and those for a context that is not there. */
export function measureRefusal({ code }: RequestError, measure: Measure<Metric>): void {
  if (code === "context-api.not-found") measure({ name: "ContextsNotFound" });
  const cause = deniedCodes.find((denied) => denied === code);
  if (cause) measure({ name: "RequestsDenied", cause });
}
