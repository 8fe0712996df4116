import { outputTo, reportProblem } from "@skill-call/terminal";
import { emulatorCommand } from "./command/emulator-command.ts";

const output = outputTo(process);
try {
  await emulatorCommand(output).parseAsync();
} catch (error) {
  reportProblem(error, output);
  process.exitCode = 1;
}
