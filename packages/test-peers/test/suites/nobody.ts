import type { Peer } from "../../src/index.ts";

/** A program that no machine has. */
export const nobody: Peer = {
  name: "nobody",
  debianPackage: "nobody-tools",
  isInstalled: () => false,
};
