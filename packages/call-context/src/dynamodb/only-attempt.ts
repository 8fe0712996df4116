import type {
  DeleteCommand,
  GetCommand,
  PutCommand,
  ScanCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";

type Command = PutCommand | UpdateCommand | GetCommand | ScanCommand | DeleteCommand;
type Stack = PutCommand["middlewareStack"];

/** Hides from the SDK why an attempt failed, so that it does not repeat it. */
class AttemptFailure extends Error {
  override readonly name = "AttemptFailure";
}

/**
 * Sends a command in one attempt. The SDK's own retries wait 500 ms × 2ⁿ for a throttled table, and take from a quota that
 * all calls of a warm process share; the client itself may be the team's, with retries for others.
 * @throws what the attempt failed with
 */
export async function onlyAttempt<Output>(
  command: Command,
  send: () => Promise<Output>,
): Promise<Output> {
  // Within the retries, around the signature, which learns from an error how far the clock is off. The document client
  // adds it twice, hence the override.
  (command.middlewareStack as Stack).addRelativeTo(hidingFailure, {
    name: "onlyAttempt",
    relation: "before",
    toMiddleware: "httpSigningMiddleware",
    override: true,
  });
  try {
    return await send();
  } catch (error) {
    throw error instanceof AttemptFailure ? error.cause : error;
  }
}

type Handler = (args: never) => Promise<unknown>;

const hidingFailure = <Next extends Handler>(next: Next): Next =>
  (async (args: never) => {
    try {
      return await next(args);
    } catch (cause) {
      throw new AttemptFailure("The attempt failed", { cause });
    }
  }) as Next;
