// What stands beside a command's bundle in dist/: what runs in the Lambdas' own processes, and the call console's page.
import { copyFile, cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const room = (path) => fileURLToPath(new URL(`../packages/${path}`, import.meta.url));

/** Copies the runtimes of Lambdas into dist/. */
export async function copyLambdaRuntimes() {
  for (const runtime of ["lambda-runtime.mjs", "lambda-runtime.py"]) {
    await copyFile(room(`lambda-runner/src/${runtime}`), `dist/${runtime}`);
  }
}

/** Copies the built page of the call console into dist/. */
export async function copyCallConsole() {
  await cp(room("call-console/dist/console"), "dist/console", { recursive: true });
}
