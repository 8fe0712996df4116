import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Runs a command to its end and answers what it printed; a failure shows all that it said. */
export async function run(folder: string, command: string, ...args: string[]): Promise<string> {
  try {
    const { stdout } = await execute(command, args, { cwd: folder, env: ownEnvironment() });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(" ")} failed:\n${stdout}${stderr}`, { cause: error });
  }
}

/** Without what pnpm and jest set for this process: npm and node are to be as in another team's shell. */
export function ownEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, NODE_TEST_CONTEXT: __, ...environment } = process.env;
  const entries = Object.entries(environment).filter(([name]) => !name.startsWith("npm_"));
  return Object.fromEntries(entries);
}
