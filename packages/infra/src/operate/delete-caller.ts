import {
  type CallerRecord,
  type CallerRecordsStore,
  hashContextId,
  isCallContextError,
  type KnownOfCaller,
} from "@skill-call/call-context";
import { CommandError } from "@skill-call/terminal";
import type { Step } from "./plan.ts";

export interface DeletingCaller {
  readonly plan: readonly Step[];
  /** In words, what may be theirs or anybody's: it is encrypted, and no key opens it. */
  readonly unreadable: readonly string[];
}

/**
 * What deletes the records of one caller, each told by the hash of its ID and by its state: whoever deletes them need not
 * read them.
 * @throws {CommandError} when too little is known to tell them from others'
 */
export async function deleteCaller(
  store: CallerRecordsStore,
  known: KnownOfCaller,
): Promise<DeletingCaller> {
  const found: CallerRecord[] = [];
  const unread: CallerRecord[] = [];
  try {
    const unreadable = (record: CallerRecord) => unread.push(record);
    for await (const record of store.recordsOf(known, { unreadable })) found.push(record);
  } catch (error) {
    if (!isCallContextError(error, "call-context.invalid-caller")) throw error;
    const how = "Say whose records: --number, --account, --name, --field or --context-id.";
    throw new CommandError(`${error.message}. ${how}`, { cause: error });
  }
  return {
    plan: found.map((record) => ({
      what: `${inWords(record)} is deleted`,
      carryOut: () => store.remove(record.contextId),
    })),
    unreadable: unread.map(
      (record) => `Whose ${inWords(record)} is, nobody can say: no key opens it.`,
    ),
  };
}

function inWords({ contextId, status, createdAt, expiresAt }: CallerRecord): string {
  const id = `call context ${hashContextId(contextId)}`;
  if (expiresAt === undefined) return `${id} (of another system)`;
  const end = new Date(expiresAt * 1000).toISOString();
  return `${id} (${status}, of ${createdAt}, until ${end})`;
}
