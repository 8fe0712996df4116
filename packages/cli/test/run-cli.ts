import { fileURLToPath } from "node:url";
import { commandRunner } from "@skill-call/terminal/testing";

/** The built command line. */
export const bin = fileURLToPath(new URL("../dist/cli.mjs", import.meta.url));

// Whether calls go as they should is not to hang on how busy a machine is.
export const runCli = commandRunner(bin, { SKILL_CALL_TIMES_SLOWER: "5" });

/** Where the caller's patience has to pass: it is as many times longer. */
export const runCliWithLessPatience = commandRunner(bin, { SKILL_CALL_TIMES_SLOWER: "2" });
