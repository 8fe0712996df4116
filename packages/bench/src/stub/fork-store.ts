import type { ChildProcess } from "node:child_process";
import { forked } from "./forked.ts";

export interface ForkedStore {
  readonly process: ChildProcess;
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts the local DynamoDB, with an empty table of contexts, in a process of its own. */
export async function forkStore(): Promise<ForkedStore> {
  const { process, heard, stop } = forked("local-store");
  return { process, endpoint: String(await heard()), stop };
}
