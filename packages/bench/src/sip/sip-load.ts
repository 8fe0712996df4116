// `pnpm bench:sip`: sipp → emulator, SMA handler and store → sipp.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Emulator, startEmulator } from "@skill-call/sma-emulator";
import { userToUserOf } from "../contest/sma-call.ts";
import { storeContexts } from "../contest/stored-contexts.ts";
import { forkStore } from "../stub/fork-store.ts";
import { AnswerTimes } from "./answer-times.ts";
import { cpuPerCall, cpuTimes } from "./cpu-times.ts";
import { loadConfig } from "./load-config.ts";
import { type LoadReport, reportText } from "./load-report.ts";
import { memoryMb } from "./memory.ts";
import { Refusals } from "./refusals.ts";
import { type SippLoad, startSipp } from "./sipp-process.ts";

// The advice to take a newer Node stands in the README.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

const file = fileURLToPath(import.meta.url);
const scenarios = join(file, "../../src/sip/scenarios");
const calleePort = 5970;
const callerPort = 5971;
/** A peer that is gone is given up after 64 × T1 for its ACK and as long for its BYE (RFC 3261 §13.3.1.4, §17.1.2.2). */
const farewellMs = 70_000;
const complaintLength = 2_000;

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    rate: { type: "string", default: "50" },
    seconds: { type: "string", default: "20" },
    calls: { type: "string" },
    "hold-ms": { type: "string", default: "1000" },
    "warm-up": { type: "string", default: "1000" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) process.stdout.write(help());
else await main();

function help(): string {
  return [
    "pnpm bench:sip [--rate 50] [--seconds 20 | --calls 10000] [--hold-ms 1000] [--warm-up 1000] [--json]",
    "sipp calls through the emulator, the built SMA handler and a store, and sipp answers.",
    "So many come before, at the same rate, and are told apart: the Lambda's processes start with them, and V8 compiles what is",
    "called often. 0 for none.",
    "Calls that are sent away (503 with Retry-After) have not failed: at three times what it carries, most are.",
    "Exits with 1 when a call failed or a leg was left up.",
    "",
  ].join("\n");
}

async function main(): Promise<void> {
  const rate = Number(values.rate);
  const calls = Number(values.calls ?? rate * Number(values.seconds));
  const [holdMs, warmUp] = [Number(values["hold-ms"]), Number(values["warm-up"])];
  const report = await load({ rate, calls, holdMs, warmUp });
  const text = values.json ? JSON.stringify(report, null, 2) : reportText(report);
  process.stdout.write(`${text}\n`);
  process.exitCode = report.failedCalls + report.legsLeftUp > 0 ? 1 : 0;
}

interface Load {
  readonly rate: number;
  readonly calls: number;
  readonly holdMs: number;
  /** Calls before those that are measured. */
  readonly warmUp: number;
}

async function load(wanted: Load): Promise<LoadReport> {
  const work = await mkdtemp(join(tmpdir(), "sip-load-"));
  const store = await forkStore();
  let heard = newlyHeard();
  const emulator = await startEmulator(loadConfig({ store: store.endpoint, calleePort }), {
    onStep: (step) => {
      heard.times.hear(step);
      heard.refusals.hear(step);
    },
    log: (line) => {
      if (line.level === "error") process.stderr.write(`[${line.source}] ${line.message}\n`);
    },
  });
  const callee = startSipp({ name: "callee", scenarios, port: calleePort, work, args: [] });
  const { endpoint } = store;
  const surroundings = { emulator, endpoint, work, storePid: store.process.pid ?? 0 };
  try {
    const failedBefore = await warmUp(surroundings, wanted);
    const { sentAway } = heard.refusals;
    heard = newlyHeard();
    const report = await measured({ ...surroundings, ...wanted, ...heard, callee });
    return {
      warmUp: { calls: wanted.warmUp, sentAway },
      ...report,
      failedCalls: report.failedCalls + failedBefore,
    };
  } finally {
    callee.process.kill();
    await emulator.close();
    await store.stop();
    await rm(work, { recursive: true });
  }
}

/** What the emulator tells of some calls. */
interface Heard {
  readonly times: AnswerTimes;
  readonly refusals: Refusals;
}

function newlyHeard(): Heard {
  return { times: new AnswerTimes(), refusals: new Refusals() };
}

interface Surroundings {
  readonly emulator: Emulator;
  /** The store's. */
  readonly endpoint: string;
  readonly storePid: number;
  /** A folder. */
  readonly work: string;
}

/** How many of the calls before those that are measured failed. */
async function warmUp(
  surroundings: Surroundings,
  { warmUp: calls, ...load }: Load,
): Promise<number> {
  if (calls === 0) return 0;
  const caller = await startCalls(surroundings, { ...load, calls });
  const { successful } = await caller.counters();
  await legsLeft(surroundings.emulator);
  if (successful < calls) await complain(surroundings.work);
  return calls - successful;
}

/** sipp, which calls from now on. */
async function startCalls(
  { emulator, endpoint, work }: Surroundings,
  { rate, calls, holdMs }: Omit<Load, "warmUp">,
): Promise<SippLoad> {
  const ids = await storeContexts(endpoint, calls);
  const contexts = join(work, "contexts.csv");
  await writeFile(contexts, ["SEQUENTIAL", ...ids.map(userToUserOf)].join("\n"));
  const port = emulator.addresses.find(({ protocol }) => protocol === "UDP")?.port;
  return startSipp({
    ...{ name: "caller", scenarios, port: callerPort, work },
    args: [
      ...[`127.0.0.1:${port}`, "-s", "+16073331111", "-inf", contexts],
      ...["-r", String(rate), "-m", String(calls), "-d", String(holdMs)],
      ...["-l", "100000", "-recv_timeout", "40000"],
    ],
  });
}

interface Measurement extends Surroundings, Heard, Omit<Load, "warmUp"> {
  readonly callee: SippLoad;
}

async function measured(measurement: Measurement): Promise<Omit<LoadReport, "warmUp">> {
  const { emulator, times, refusals, callee, storePid, work, ...wanted } = measurement;
  const start = memoryMb();
  const caller = await startCalls(measurement, wanted);
  const cpu = process.cpuUsage();
  const cpuBefore = cpuTimes(storePid);
  const startedAt = Date.now();
  const called = await caller.counters();
  const seconds = (Date.now() - startedAt) / 1000;
  const used = process.cpuUsage(cpu);
  const legsLeftUp = await legsLeft(emulator);
  callee.process.kill("SIGUSR1");
  const answered = await callee.counters();
  if (called.failed + answered.failed > 0) await complain(work);
  const cpuAfter = cpuTimes(storePid);
  const end = memoryMb();
  return {
    calls: wanted.calls,
    wantedRate: wanted.rate,
    achievedRate: round(wanted.calls / (seconds - wanted.holdMs / 1000)),
    sentAway: refusals.sentAway,
    failedCalls: wanted.calls - called.successful + answered.failed,
    retransmissions: called.retransmissions + answered.retransmissions,
    legsLeftUp,
    answeredAfterMs: times.report(),
    heapMb: { start: start.heap, end: end.heap },
    rssMb: { start: start.rss, end: end.rss },
    cpuPercent: Math.round((used.user + used.system) / 10_000 / seconds),
    ...(cpuBefore && cpuAfter && { cpuMsPerCall: cpuPerCall(cpuBefore, cpuAfter, wanted.calls) }),
  };
}

/** What sipp first took offence at. */
async function complain(work: string): Promise<void> {
  for (const name of ["caller", "callee"]) {
    const errors = await readFile(join(work, `${name}-errors.log`), "utf8").catch(() => "");
    process.stderr.write(`${name}: ${errors.slice(0, complaintLength)}\n`);
  }
}

/** Legs that are still up when there was time enough for all to end. */
async function legsLeft({ service, sipLegs }: Emulator): Promise<number> {
  const up = () => service.calls().length + sipLegs();
  for (let waited = 0; waited < farewellMs && up() > 0; waited += 100) await setTimeout(100);
  return service.legsUp().length + sipLegs();
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
