import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createCallContextTable, startLocalDynamoDb } from "@skill-call/local-dynamodb";
import { table } from "./contexts.ts";

/** The store in a process of its own, so that its work and memory do not count as the emulator's. */
export async function forkStore(
  file: string,
): Promise<{ endpoint: string; process: ChildProcess }> {
  const child = fork(file, ["--store"]);
  const [endpoint] = (await once(child, "message")) as [string];
  return { endpoint, process: child };
}

/** What runs there. */
export async function serveStore(): Promise<void> {
  const { endpoint } = await startLocalDynamoDb();
  await createCallContextTable(endpoint, table);
  process.on("disconnect", () => process.exit(0));
  process.send?.(endpoint);
}
