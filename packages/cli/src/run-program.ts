import { runCommand } from "@skill-call/terminal";
import { withCompletion } from "./completion.ts";
import { type ProgramOptions, program } from "./program.ts";
import { reportProblem } from "./report-problem.ts";

/**
 * Runs the command line with this process's arguments.
 * @param moduleUrl of the program's main module: what it reads stands beside it, or in the repository around it
 */
export async function runProgram(moduleUrl: string, options: ProgramOptions): Promise<void> {
  // The laptop's own AWS clients would advise a newer Node at every start; the README says which Node is needed.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
  await runCommand({
    moduleUrl,
    command: (output) => withCompletion(program(output, process, options)),
    report: reportProblem,
  });
}
