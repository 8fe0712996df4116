import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromiumPath } from "./chromium-path.ts";
import type { Peer } from "./peer.ts";

/** Plays whole SIP calls from scenario files. */
export const sipp = command("sipp", { installedBy: "apt-get install sip-tester" });
/** A softphone. */
export const baresip = command("baresip", { installedBy: "apt-get install baresip-core" });
/** Runs tests in Python, by the python3 that is first on PATH. */
export const pytest: Peer = {
  name: "pytest for python3",
  installedBy: "apt-get install python3-pytest",
  isInstalled: () => spawnSync("python3", ["-m", "pytest", "--version"]).status === 0,
};
/** Reads text out. */
export const espeak = command("espeak-ng", { installedBy: "apt-get install espeak-ng" });
export const chromium: Peer = {
  name: `Chromium at ${chromiumPath()} (CHROMIUM names another one)`,
  installedBy: "apt-get install chromium-headless-shell",
  isInstalled: () => existsSync(chromiumPath()),
};

/** A program that is found by its name; whatever it says to `-h`, it is there. */
function command(name: string, { installedBy }: Pick<Peer, "installedBy">): Peer {
  const isInstalled = () => spawnSync(name, ["-h"]).error === undefined;
  return { name, installedBy, isInstalled };
}
