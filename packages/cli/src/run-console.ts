import { once } from "node:events";
import type { LaptopConsole } from "@skill-call/laptop";
import type { Output } from "@skill-call/terminal";
import { openBrowser } from "@skill-call/terminal";

/** Says where the call console is and opens it, until Ctrl-C. */
export async function runConsole(console: LaptopConsole, output: Output): Promise<void> {
  const { endpoint, takenPort } = console;
  if (takenPort !== undefined) output.note(`Port ${takenPort} is taken: the console has another.`);
  output.print(`Call console  ${endpoint}`, "Ctrl-C ends it.");
  openBrowser(endpoint, process.env);
  const signals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGPIPE"];
  await Promise.race(signals.map((signal) => once(process, signal)));
  await console.close();
}
