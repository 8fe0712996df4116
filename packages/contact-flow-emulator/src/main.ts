import { outputTo, reportProblem } from "@skill-call/terminal";
import { contactFlowCommand } from "./command/contact-flow-command.ts";

const output = outputTo(process);
try {
  await contactFlowCommand(output).parseAsync();
} catch (error) {
  reportProblem(error, output);
  process.exitCode = 1;
}
