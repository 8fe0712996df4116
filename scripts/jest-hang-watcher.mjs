// The thread of scripts/jest-hang-reporter.mjs: it goes on where a test has blocked the process that runs it.
import { execFileSync } from "node:child_process";
import { writeSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

/** No file of tests takes that long, on any machine; jest's own limit does not see a blocked process. */
const ONE_FILE_MS = 15 * 60_000;

/** The running files, and since when. */
const running = new Map();

parentPort.on("message", ({ started, ended }) => {
  if (started) running.set(started, Date.now());
  running.delete(ended);
});

/** The processes that the run has started, a line each as `ps` lists them; none where there is no `ps`. */
function children() {
  const columns = ["-o", "pid=,args=", "--ppid", String(workerData.pid)];
  try {
    return execFileSync("ps", columns, { encoding: "utf8" }).trim().split("\n");
  } catch {
    return [];
  }
}

/** Ends a process that may be gone already. */
function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {}
}

setInterval(() => {
  for (const [path, since] of running) {
    if (Date.now() - since < ONE_FILE_MS) continue;
    const minutes = ONE_FILE_MS / 60_000;
    const started = children();
    const lines = [`${path} has not ended in ${minutes} minutes. Its processes:`, ...started];
    writeSync(2, `${lines.join("\n  ")}\n`);
    for (const line of started) kill(Number.parseInt(line, 10));
    kill(workerData.pid);
  }
}, 5_000);
