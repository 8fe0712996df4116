import { fileURLToPath } from "node:url";
import { commandRunner } from "@skill-call/terminal/testing";

/** The built command line. */
export const bin = fileURLToPath(new URL("../dist/cli.mjs", import.meta.url));

export const runCli = commandRunner(bin);
