import type { GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";

export type Command = PutCommand | UpdateCommand | GetCommand;

/**
 * Watches the attempts that the SDK makes to carry out a command; the answer tells how the last one failed.
 * When the time is over while the SDK waits for its next attempt, that is the cause, not the clock.
 */
export function watchAttempts(command: Command): () => unknown {
  let lastFailure: unknown;
  const stack = command.middlewareStack as PutCommand["middlewareStack"];
  stack.add(
    (next) => async (args) => {
      try {
        return await next(args);
      } catch (error) {
        if (nameOf(error) !== "AbortError") lastFailure = error;
        throw error;
      }
    },
    // Within the retries, around one attempt. The document client adds it twice, hence the override.
    { step: "finalizeRequest", priority: "low", name: "watchAttempts", override: true },
  );
  return () => lastFailure;
}

/** The name of whatever was thrown. */
export function nameOf(error: unknown): string {
  return typeof error === "object" && error !== null && "name" in error
    ? String(error.name)
    : typeof error;
}
