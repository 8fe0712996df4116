import type { Peer } from "../../src/index.ts";

/** A program that no machine has. */
export const nobody: Peer = {
  name: "nobody",
  installedBy: "apt-get install nobody-tools",
  isInstalled: () => false,
};

/** One that every machine has. */
export const somebody: Peer = { ...nobody, name: "somebody", isInstalled: () => true };
