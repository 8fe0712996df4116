import { CommandError } from "./command-error.ts";
import type { Output } from "./output.ts";

/** Says on standard error what went wrong: what the user can mend in one line, what we must mend in full. */
export function reportProblem(error: unknown, output: Output): void {
  const { red } = output.terminal.colors;
  if (error instanceof CommandError) {
    output.note(`${red("error:")} ${error.message}`);
    return;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  output.note(`${red("error:")} This is a mistake of ours, please report it.`, text);
}
