// Runs in the process that is measured. With an event as its second argument: loads the Lambda, answers the event, tells what
// that took since the process began, and ends. Without: answers the batches of events that its parent writes, a file a line.
import { readFileSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";

const [, , lambda, first] = process.argv;
const context = { getRemainingTimeInMillis: () => 5_000 };

/** Its parent listens on the fourth descriptor; the Lambda has its own output for itself. */
const tell = (figures) => writeSync(3, `${JSON.stringify(figures)}\n`);

/** Milliseconds of all threads, since the process began. */
function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

if (first) {
  const event = JSON.parse(readFileSync(first, "utf8"));
  const { handler } = await import(lambda);
  const load = { cpuMs: cpuMs(), wallMs: performance.now() };
  const answer = await handler(event, context);
  const all = { cpuMs: cpuMs(), wallMs: performance.now() };
  tell({ load, all, answer });
  process.exit();
}

const { handler } = await import(lambda);

async function answerAll(events, concurrency) {
  const ms = new Array(events.length);
  let next = 0;
  let answer;
  async function answerOneByOne() {
    while (next < events.length) {
      const index = next;
      next += 1;
      const from = performance.now();
      answer = await handler(events[index], context);
      ms[index] = performance.now() - from;
    }
  }
  const before = cpuMs();
  await Promise.all(Array.from({ length: concurrency }, answerOneByOne));
  const spent = cpuMs() - before;
  globalThis.gc?.();
  return { ms, cpuMs: spent, heapBytes: process.memoryUsage().heapUsed, answer };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { file, concurrency } = JSON.parse(line);
  tell(await answerAll(JSON.parse(readFileSync(file, "utf8")), concurrency));
}
