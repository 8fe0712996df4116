import { runCommand } from "@skill-call/terminal";
import { simulateCommand } from "./command/simulate-command.ts";

await runCommand({ moduleUrl: import.meta.url, command: simulateCommand });
