import type { Log } from "./log.ts";

/** One JSON line each, for programs that run outside Lambda, and for tests. */
export function jsonLog(write: (line: string) => void): Log {
  return (level, message, fields) => write(`${JSON.stringify({ level, message, ...fields })}\n`);
}
