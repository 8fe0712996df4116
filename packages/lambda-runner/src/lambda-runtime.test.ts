import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "lambda-runtime-"));
});

afterEach(() => rm(folder, { recursive: true }));

// A host as small as can be: it starts the runtime, lets it write to the pipe that this test reads, and hands on "go".
const host = `
  const [runtime, file] = process.argv.slice(1);
  const child = require("node:child_process").spawn(process.execPath, [runtime, file, "handler"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  child.on("message", () => child.send({ requestId: "1", event: "{}", remainingMs: 1000 }));
`;

test.each([
  ["waits", "await new Promise(() => {});"],
  ["never gives the event loop back", "for (;;);"],
])("a Lambda that %s does not outlive a host that is killed", async (_what, body) => {
  const file = join(folder, "index.mjs");
  await writeFile(file, `export const handler = async () => { console.log("busy"); ${body} };`);
  const runtime = join(__dirname, "lambda-runtime.mjs");
  const process = spawn("node", ["-e", host, runtime, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [written] = await once(process.stdout, "data");
  expect(String(written)).toBe("busy\n");

  process.kill("SIGKILL");
  // The pipe ends when the last process that holds it is gone.
  await once(process.stdout, "end");
});
