import { LaptopError } from "@skill-call/laptop/choices";
import { CommandError, type Output, reportProblem as report } from "@skill-call/terminal";

/** Says on standard error what went wrong; what the laptop cannot do, its user can mend. */
export function reportProblem(error: unknown, output: Output, version: () => string): void {
  const mendable = error instanceof LaptopError;
  report(mendable ? new CommandError(error.message, { cause: error }) : error, output, version);
}
