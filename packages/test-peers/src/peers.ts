import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromiumPath } from "./chromium-path.ts";
import type { Peer } from "./peer.ts";

/** Plays whole SIP calls from scenario files. */
export const sipp = command("sipp", { debianPackage: "sip-tester" });
/** A softphone. */
export const baresip = command("baresip", { debianPackage: "baresip-core" });
/** Reads text out. */
export const espeak = command("espeak-ng", { debianPackage: "espeak-ng" });
export const chromium: Peer = {
  name: `Chromium at ${chromiumPath()} (CHROMIUM names another one)`,
  debianPackage: "chromium",
  isInstalled: () => existsSync(chromiumPath()),
};

/** A program that is found by its name; whatever it says to `-h`, it is there. */
function command(name: string, { debianPackage }: Pick<Peer, "debianPackage">): Peer {
  const isInstalled = () => spawnSync(name, ["-h"]).error === undefined;
  return { name, debianPackage, isInstalled };
}
