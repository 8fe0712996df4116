import { CommandError } from "./command-error.ts";
import type { Output } from "./output.ts";

/**
 * Says on standard error what went wrong: what the user can mend in one line, what we must mend in full.
 * @param version what a report has to say of this program
 */
export function reportProblem(error: unknown, output: Output, version: () => string): void {
  const { red } = output.terminal.colors;
  if (error instanceof CommandError) {
    output.note(`${red("error:")} ${error.message}`);
    return;
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  output.note(
    `${red("error:")} This is a mistake of ours, please report it with all of this.`,
    version(),
    text,
  );
}

/** For a server of ours: its pages say that there was a mistake, and the command says which. */
export function mistakesTold(output: Output, version: () => string) {
  return {
    version: version(),
    onMistake: (error: unknown) => reportProblem(error, output, version),
  };
}
