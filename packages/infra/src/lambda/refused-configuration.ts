import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Loads a Lambda as AWS would, in a process of its own: it reads its configuration once, at start. The environment comes
 * by standard input: no operating system hands over a variable as large as routes may be.
 */
const load = `import { readFileSync } from "node:fs";
Object.assign(process.env, JSON.parse(readFileSync(0, "utf8")));
import(process.argv[1]).catch((error) => {
  process.stderr.write(error.message);
  process.exitCode = 1;
});`;

/** Lambda itself allows ten seconds for the start. */
const longestMs = 10_000;

/** Whether a built Lambda refuses to start in an environment, and in which words; `undefined` when it starts. */
export function refusedConfiguration(
  folder: string,
  environment: Readonly<Record<string, string>>,
): string | undefined {
  const file = pathToFileURL(join(folder, "index.mjs")).href;
  const { status, stderr, error } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", load, file],
    {
      env: {},
      input: JSON.stringify({ AWS_REGION: "us-east-1", ...environment }),
      encoding: "utf8",
      timeout: longestMs,
    },
  );
  if (status === 0) return undefined;
  return error?.message ?? stderr.trim();
}
