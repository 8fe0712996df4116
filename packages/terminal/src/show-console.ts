import { once } from "node:events";
import { openBrowser } from "./open-browser.ts";
import type { Output } from "./output.ts";

/** A call console that is served. */
export interface ServedConsole {
  readonly endpoint: string;
  /** The console's usual port, where somebody else has it. */
  readonly takenPort?: number;
  close(): Promise<void>;
}

/** Says where the call console is and opens it, until Ctrl-C. */
export async function showConsole(console: ServedConsole, output: Output): Promise<void> {
  const { endpoint, takenPort } = console;
  if (takenPort !== undefined) output.note(`Port ${takenPort} is taken: the console has another.`);
  output.print(`Call console  ${endpoint}`, "Ctrl-C ends it.");
  openBrowser(endpoint, process.env);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGPIPE"];
  await Promise.race(signals.map((signal) => once(process, signal)));
  await console.close();
}
