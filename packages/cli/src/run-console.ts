import { once } from "node:events";
import type { LoopbackServer } from "@skill-call/emulation";
import type { Output } from "@skill-call/terminal";
import { openBrowser } from "@skill-call/terminal";

/** Says where the call console is and opens it, until Ctrl-C. */
export async function runConsole(console: LoopbackServer, output: Output): Promise<void> {
  output.print(`Call console  ${console.endpoint}`, "Ctrl-C ends it.");
  openBrowser(console.endpoint, process.env);
  await Promise.race(["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => once(process, signal)));
  await console.close();
}
