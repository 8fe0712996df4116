import { cpus } from "node:os";

/** Milliseconds that the cores of this machine have had nothing to do, summed. */
export function idleMs(): number {
  return cpus().reduce((sum, { times }) => sum + times.idle, 0);
}
