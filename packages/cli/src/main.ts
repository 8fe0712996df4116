import { outputTo } from "@skill-call/terminal";
import { program } from "./program.ts";
import { reportProblem } from "./report-problem.ts";

// The laptop's own AWS clients would advise a newer Node at every start; the README says which Node is needed.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

const output = outputTo(process);
try {
  await program(output, process.stdin).parseAsync();
} catch (error) {
  reportProblem(error, output);
  process.exitCode = 1;
}
