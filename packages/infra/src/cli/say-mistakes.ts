import { DeploymentError } from "../deployment/deployment-error.ts";

/** Runs a command; a mistake of its user's is said in words, without a stack. */
export function sayMistakes(command: () => void): void {
  try {
    command();
  } catch (error) {
    if (!(error instanceof DeploymentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
