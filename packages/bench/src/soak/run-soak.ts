import type { ChildProcess } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { standardTimers } from "@skill-call/sip";
import { type Emulator, startEmulator } from "@skill-call/sma-emulator";
import { userToUserOf } from "../contest/sma-call.ts";
import { storeContexts } from "../contest/stored-contexts.ts";
import { loadConfig } from "../sip/load-config.ts";
import { startSipp } from "../sip/sipp-process.ts";
import { forkStore } from "../stub/fork-store.ts";
import { CallEndings, type Ending } from "./call-endings.ts";
import { isFlat, type Sample, sampleNow } from "./samples.ts";
import { kill, type Victim } from "./victims.ts";

export interface SoakPlan {
  readonly calls: number;
  /** Calls a second. */
  readonly rate: number;
  readonly holdMs: number;
  /** Whose process is killed, once a third of the calls are placed. */
  readonly kills?: Victim | undefined;
  /** The emulator's estimate of a round trip, of which SIP's timers are multiples (RFC 3261, Table 4). */
  readonly t1Ms: number;
  readonly sampleSeconds: number;
  /** Folder with the scenarios. */
  readonly scenarios: string;
}

export interface SoakReport {
  readonly calls: number;
  readonly seconds: number;
  /** How the calls ended for their callers; of a run with a kill, before it and after it. */
  readonly endings: Partial<Record<Ending, number>>;
  readonly killed?: {
    readonly victim: Victim;
    readonly processes: number;
    /** Calls in which caller and contact centre talked at that moment. */
    readonly callsOn: number;
    readonly placedAfter: Partial<Record<Ending, number>>;
  };
  /** Why the Lambda gave no answer, how often. */
  readonly lambdaFailures: Readonly<Record<string, number>>;
  /** Of the service and of SIP, when there was time enough for all to end. */
  readonly legsLeftUp: number;
  readonly samples: readonly Sample[];
  /** Whether memory and handles stayed where they were; absent where the run was too short to tell. */
  readonly flat?: boolean;
}

/** 64 × T1 for a BYE that nobody answers (RFC 3261 §17.1.2.2), 30 s + 10 s for a far end that vanished. */
const farewellMs = 80_000;
const lookMs = 50;

export async function runSoak(plan: SoakPlan): Promise<SoakReport> {
  const work = await mkdtemp(join(tmpdir(), "soak-"));
  const store = await forkStore();
  const endings = new CallEndings();
  // Any free ones: two runs do not know of each other.
  const [contactCentrePort, callerPort] = [await freeUdpPort(), await freeUdpPort()];
  const config = loadConfig({ store: store.endpoint, calleePort: contactCentrePort });
  const emulator = await startEmulator(config, {
    timers: { ...standardTimers, t1: plan.t1Ms },
    onStep: (step) => endings.hear(step),
  });
  try {
    const ids = await storeContexts(store.endpoint, plan.calls);
    await writeFile(
      join(work, "contexts.csv"),
      ["SEQUENTIAL", ...ids.map(userToUserOf)].join("\n"),
    );
    const ports = { contactCentrePort, callerPort };
    return await watched({ plan, emulator, endings, store: store.process, work, ...ports });
  } finally {
    await emulator.close();
    await store.stop();
    await rm(work, { recursive: true });
  }
}

interface Soak {
  readonly plan: SoakPlan;
  readonly emulator: Emulator;
  readonly endings: CallEndings;
  readonly store: ChildProcess;
  readonly work: string;
  readonly contactCentrePort: number;
  readonly callerPort: number;
}

async function freeUdpPort(): Promise<number> {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  socket.close();
  return port;
}

async function watched(soak: Soak): Promise<SoakReport> {
  const { plan, emulator, endings, work, contactCentrePort, callerPort } = soak;
  const { scenarios } = plan;
  await writePatientCaller(plan, work);
  const contactCentre = startSipp({
    ...{ name: "callee", scenarios, port: contactCentrePort, work, args: [] },
  });
  const caller = startSipp({
    ...{ name: "patient-caller", scenarios: work, port: callerPort, work },
    args: callerArgs(plan, emulator),
  });
  const startedAt = Date.now();
  const over = new AbortController();
  const samples = sampled(soak, { startedAt, signal: over.signal });
  const kill =
    plan.kills &&
    killed(soak, { victim: plan.kills, contactCentre: contactCentre.process, signal: over.signal });
  await caller.ended;
  const legsLeftUp = await legsLeft(emulator);
  over.abort();
  contactCentre.process.kill("SIGKILL");
  await contactCentre.ended;
  const blow = await kill;
  const flat = isFlat(await samples);
  return {
    calls: endings.over,
    seconds: Math.round((Date.now() - startedAt) / 1000),
    endings: endings.count({ before: blow?.at }),
    ...(blow && { killed: { ...blow.facts, placedAfter: endings.count({ from: blow.at }) } }),
    lambdaFailures: endings.lambdaFailures,
    legsLeftUp,
    samples: await samples,
    ...(flat !== undefined && { flat }),
  };
}

/** A timeout of sipp's is a plain number. */
async function writePatientCaller({ scenarios, holdMs }: SoakPlan, work: string): Promise<void> {
  const file = "patient-caller.xml";
  const text = await readFile(join(scenarios, file), "utf8");
  await writeFile(join(work, file), text.replaceAll("{{hold}}", String(holdMs)));
}

function callerArgs({ rate, calls }: SoakPlan, { addresses }: Emulator): string[] {
  const port = addresses.find(({ protocol }) => protocol === "UDP")?.port;
  return [
    ...[`127.0.0.1:${port}`, "-s", "+16073331111", "-inf", "contexts.csv"],
    ...["-r", String(rate), "-m", String(calls), "-l", "100000"],
    ...["-recv_timeout", "40000"],
  ];
}

interface Sampling {
  readonly startedAt: number;
  readonly signal: AbortSignal;
}

async function sampled(
  { plan, endings }: Soak,
  { startedAt, signal }: Sampling,
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  while (!signal.aborted) {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    // What this report itself remembers is not the emulator's.
    if (!plan.kills) endings.forgetThoseOver();
    samples.push(sampleNow(seconds, endings.over));
    await setTimeout(plan.sampleSeconds * 1000, undefined, { signal }).catch(() => {});
  }
  return samples;
}

interface Blow {
  readonly victim: Victim;
  readonly contactCentre: ChildProcess;
  readonly signal: AbortSignal;
}

/** Kills in mid-call: once a third of the calls are placed, and one is on; not at all where none ever is. */
async function killed({ plan, endings, store }: Soak, { victim, contactCentre, signal }: Blow) {
  while (endings.placed < plan.calls / 3 || endings.on === 0) {
    if (signal.aborted) return undefined;
    await setTimeout(lookMs);
  }
  const callsOn = endings.on;
  const processes = kill(victim, { store, contactCentre });
  return { at: Date.now(), facts: { victim, processes, callsOn } };
}

/** Legs that are still up when there was time enough for all to end. */
async function legsLeft({ service, sipLegs }: Emulator): Promise<number> {
  const up = () => service.calls().length + sipLegs();
  for (let waited = 0; waited < farewellMs && up() > 0; waited += lookMs) await setTimeout(lookMs);
  return service.legsUp().length + sipLegs();
}
