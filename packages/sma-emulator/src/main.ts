import { runCommand } from "@skill-call/terminal";
import { emulatorCommand } from "./command/emulator-command.ts";

await runCommand({
  moduleUrl: import.meta.url,
  command: (output) => emulatorCommand(output).name("sma-emulator"),
});
