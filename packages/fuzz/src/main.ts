import { runCommand } from "@skill-call/terminal";
import { fuzzCommand } from "./command/fuzz-command.ts";

await runCommand({ moduleUrl: import.meta.url, command: fuzzCommand });
