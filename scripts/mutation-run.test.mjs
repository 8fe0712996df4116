// `pnpm mutate` leaves no copy of a package behind, however it ends.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, rmdirSync, rmSync, watch } from "node:fs";
import { basename } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { withoutUnnoticed } from "./mutation-run.mjs";

const folder = fileURLToPath(new URL("../packages/call-context/.mutants/", import.meta.url));
const command = fileURLToPath(new URL("mutate.mjs", import.meta.url));
/** Linux has no process with so high a number; this one's own lives, and so the folder stays. */
const gone = `${folder}999999999`;
const living = `${folder}${process.pid}`;

after(() => {
  rmSync(living, { recursive: true, force: true });
  if (readdirSync(folder).length === 0) rmdirSync(folder);
});

for (const [signal, status] of [
  ["SIGTERM", 143],
  ["SIGINT", 130],
]) {
  test(`what a killed run has left goes, and ${signal} leaves nothing`, async () => {
    for (const left of [gone, living]) mkdirSync(left, { recursive: true });
    const run = spawn(process.execPath, [command, "record", "--files", "src/status.ts"]);
    const own = String(run.pid);
    const ended = once(run, "close");
    await Promise.race([folderShows(own), ended]);
    run.kill(signal);
    assert.deepEqual(await ended, [status, null]);
    // Somebody else's run may be at work here.
    const ours = new Set([basename(gone), basename(living), own]);
    const left = readdirSync(folder).filter((name) => ours.has(name));
    assert.deepEqual(left, [basename(living)]);
  });
}

const mutants = [
  { status: "Killed" },
  { status: "Ignored" },
  { status: "Timeout", statusReason: "Hit limit reached (101/100)" },
  { status: "Timeout" },
  { status: "Survived" },
  { status: "NoCoverage" },
  { status: "RuntimeError" },
];

test("what was not noticed, or by the clock only, is tried again in the files of a run", () => {
  const record = { schemaVersion: "1.0", files: { "a.ts": { mutants }, "b.ts": { mutants } } };
  assert.deepEqual(withoutUnnoticed(record, ["a.ts", "c.ts"]), {
    schemaVersion: "1.0",
    files: { "a.ts": { mutants: mutants.slice(0, 3) }, "b.ts": { mutants } },
  });
});

async function folderShows(name) {
  const watcher = watch(folder);
  while (!readdirSync(folder).includes(name)) await once(watcher, "change");
  watcher.close();
}
