import type { LogFields } from "./log.ts";

/**
 * What a log may hold of an error: its name or code, that of its cause, and the place of the fault. Messages may
 * quote personal data.
 */
export function faultFacts(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: nameOf(error) };
  const frames = (error.stack ?? "").split("\n");
  return {
    error: nameOf(error),
    ...(error.cause !== undefined && { cause: nameOf(error.cause) }),
    at: frames.find((line) => line.startsWith("    at "))?.trim(),
  };
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : error.name;
}
