import { spawn } from "node:child_process";

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};

/** Opens a page in the user's browser if there is one; never fails. `BROWSER=none` leaves it closed. */
export function openBrowser(url: string, environment: NodeJS.ProcessEnv): void {
  if (environment.BROWSER === "none") return;
  const [command, ...options] = openers[process.platform] ?? ["xdg-open"];
  const child = spawn(command, [...options, url], { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
