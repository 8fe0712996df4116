import type { LogFields } from "./log.ts";

/** What a log may hold of an error: its name or code, and that of its cause. Messages may quote personal data. */
export function errorFacts(error: unknown): LogFields {
  const cause = error instanceof Error ? error.cause : undefined;
  return { error: nameOf(error), ...(cause !== undefined && { cause: nameOf(cause) }) };
}

/** As `errorFacts`, with the place of the fault: for errors that nobody expected. */
export function faultFacts(error: unknown): LogFields {
  return { ...errorFacts(error), ...(error instanceof Error && { at: framesOf(error) }) };
}

/** An error's code, or its name. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : error.name;
}

const mostFrames = 4;

/** A stack begins with the message, which may have lines that look like frames. */
function framesOf({ stack = "", message }: Error): string[] {
  const lines = stack.replace(message, "").split("\n");
  const frames = lines.map((line) => line.trim()).filter((line) => line.startsWith("at "));
  return frames.slice(0, mostFrames);
}
