import { runCommand } from "@skill-call/terminal";
import { alexaCommand } from "./command/alexa-command.ts";

await runCommand({
  moduleUrl: import.meta.url,
  command: (output) => alexaCommand(output, process.stdin),
});
