// A jest reporter that ends a run which would hang, and says what holds it: in CI a run that hangs tells nobody why.
// What is left open after the last test is told from here; a test that blocks the process, by a thread of its own.
import { Worker } from "node:worker_threads";

/** How long a run may go on after its last test, in milliseconds: what is stopped there takes its time on a busy machine. */
const AFTER_THE_LAST_TEST_MS = 120_000;

/** What keeps a process alive, in words: Node has no public list with more than names. */
function heldBy(handle) {
  if (handle.spawnargs) return `process ${handle.pid}: ${handle.spawnargs.join(" ")}`;
  if (handle.remoteAddress) return `socket to ${handle.remoteAddress}:${handle.remotePort}`;
  if (handle.listening) return `server at ${JSON.stringify(handle.address())}`;
  return handle.constructor.name;
}

export default class HangReporter {
  #watcher = new Worker(new URL("./jest-hang-watcher.mjs", import.meta.url), {
    workerData: { pid: process.pid },
  });

  constructor() {
    this.#watcher.unref();
  }

  onTestFileStart({ path }) {
    this.#watcher.postMessage({ started: path });
  }

  onTestFileResult({ path }) {
    this.#watcher.postMessage({ ended: path });
  }

  async onRunComplete() {
    await this.#watcher.terminate();
    setTimeout(() => {
      const handles = process._getActiveHandles();
      const held = new Set([...handles.map(heldBy), ...process.getActiveResourcesInfo()]);
      const lines = ["The tests have ended, and something they opened holds the run:", ...held];
      process.stderr.write(`${lines.join("\n  ")}\n`);
      for (const handle of handles) if (handle.spawnargs) handle.kill("SIGKILL");
      process.exit(1);
    }, AFTER_THE_LAST_TEST_MS).unref();
  }
}
