import type { LogFields } from "./log.ts";

/** What a log may hold of an error: its name and code, and those of its cause. Messages may quote personal data. */
export function errorFacts(error: unknown): LogFields {
  const cause = error instanceof Error ? error.cause : undefined;
  return { error: nameOf(error), ...(cause !== undefined && { cause: nameOf(cause) }) };
}

/** As `errorFacts`, with the place of the fault: for errors that nobody expected. */
export function faultFacts(error: unknown): LogFields {
  const frames = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  return { ...errorFacts(error), at: frames.find((line) => line.startsWith("    at "))?.trim() };
}

/** An error's code, or its name. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : error.name;
}
