import {
  type CallerRecord,
  type CallerRecordsStore,
  hashContextId,
  isCallContextError,
  type KnownOfCaller,
} from "@skill-call/call-context";
import { CommandError } from "@skill-call/terminal";
import type { Step } from "./plan.ts";

/**
 * What deletes the records of one caller, each told by the hash of its ID and by its state: whoever deletes them need not
 * read them.
 * @throws {CommandError} when too little is known to tell them from others'
 */
export async function deleteCaller(
  store: CallerRecordsStore,
  known: KnownOfCaller,
): Promise<readonly Step[]> {
  const found: CallerRecord[] = [];
  try {
    for await (const record of store.recordsOf(known)) found.push(record);
  } catch (error) {
    if (!isCallContextError(error, "call-context.invalid-caller")) throw error;
    const how = "Say whose records: --number, --account, --name, --field or --context-id.";
    throw new CommandError(`${error.message}. ${how}`, { cause: error });
  }
  return found.map((record) => ({
    what: `${inWords(record)} is deleted`,
    carryOut: () => store.remove(record.contextId),
  }));
}

function inWords({ contextId, status, createdAt, expiresAt }: CallerRecord): string {
  const id = `call context ${hashContextId(contextId)}`;
  if (expiresAt === undefined) return `${id} (of another system)`;
  const end = new Date(expiresAt * 1000).toISOString();
  return `${id} (${status}, of ${createdAt}, until ${end})`;
}
