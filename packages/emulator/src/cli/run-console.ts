import { once } from "node:events";
import type { LoopbackServer } from "../loopback-server.ts";
import { openBrowser } from "./open-browser.ts";
import type { Output } from "./output.ts";

/** Says where the call console is and opens it, until Ctrl-C. */
export async function runConsole(console: LoopbackServer, output: Output): Promise<void> {
  output.print(`Call console  ${console.endpoint}`, "Ctrl-C ends it.");
  openBrowser(console.endpoint, process.env);
  await Promise.race(["SIGINT", "SIGTERM", "SIGHUP"].map((signal) => once(process, signal)));
  await console.close();
}
