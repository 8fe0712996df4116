import { fileURLToPath } from "node:url";
import { commandRunner } from "@skill-call/terminal/testing";

/** The built command line. */
export const bin = fileURLToPath(new URL("../dist/cli.mjs", import.meta.url));

// Whether calls go as they should is not to hang on how busy a machine is.
export const runCli = commandRunner(bin, { SKILL_CALL_TIMES_SLOWER: "5" });
