import type { ProblemCode } from "../errors.ts";

/** One thing that is counted, in the words of the business; dashboards and alarms know these names. */
export type Metric =
  | { readonly name: "ContextsRead" }
  | { readonly name: "ContextsNotFound" }
  | { readonly name: "RequestsDenied"; readonly cause: DeniedCode };

/** Who asks is not known, may not, or asks too often. */
export const deniedCodes = [
  "context-api.unauthorized",
  "context-api.forbidden",
  "context-api.too-many-requests",
] as const satisfies readonly ProblemCode[];
export type DeniedCode = (typeof deniedCodes)[number];
