import { cp, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileRoutes } from "@skill-call/call-routing";
import { documentDigest } from "@skill-call/live-routes";
import { type Contestant, type OurLambdas, peers } from "../contest/contestants.ts";
import { routesOf } from "../contest/routes-of.ts";
import type { NodeBinary } from "../measure/node-binary.ts";
import { coldStart, startWarm } from "../measure/processes.ts";
import { percentile, spreadOf } from "../measure/statistics.ts";
import { checkAnswer, contextIds, eventFile, eventsFile, type Field, programOf } from "./field.ts";

/** How a cost grows with something. */
export interface GrowthPoint {
  /** Rules, bytes, invocations at once, or invocations so far. */
  readonly at: number;
  readonly [figure: string]: number;
}

export interface GrowthSection {
  /** SMA handler: a document of so many rules. */
  readonly rules: readonly GrowthPoint[];
  /** SMA handler and plain client: a context of so many bytes more. */
  readonly size: readonly GrowthPoint[];
  /** SMA handler: so many events at once, as Lambda never sends them. */
  readonly concurrency: readonly GrowthPoint[];
  /** SMA handler: after so many calls in one process. */
  readonly calls: readonly GrowthPoint[];
}

export interface GrowthOptions {
  readonly node: NodeBinary;
  readonly ours: OurLambdas;
  readonly rounds: number;
}

const batch = 100;

/** Of calls in one process. */
const [step, mostCalls] = [500, 5_000];

export async function measureGrowth(field: Field, options: GrowthOptions): Promise<GrowthSection> {
  field.begun("growth with rules, size, events at once and calls");
  return {
    rules: await withRules(field, options),
    size: await withSize(field, options),
    concurrency: await withConcurrency(field, options),
    calls: await withCalls(field, options),
  };
}

/** CPU of a start with a document of so many rules, and of a call once it is warm. */
async function withRules(field: Field, { node, ours, rounds }: GrowthOptions) {
  const handlers: { rules: number; handler: Contestant; starts: number[] }[] = [];
  for (const rules of [1, 100, 1_000, 10_000]) {
    const folder = join(field.folder, `rules-${rules}`);
    await mkdir(folder, { recursive: true });
    await cp(dirname(ours.invite.lambda), folder, { recursive: true });
    await writeRoutes(join(folder, "routes.json"), JSON.stringify(routesOf(rules)));
    const { ROUTES: _, ...others } = ours.invite.environment;
    const environment = { ...others, ROUTES_SOURCE: "file:routes.json" };
    const handler = { ...ours.invite, lambda: join(folder, "index.mjs"), environment };
    handlers.push({ rules, handler, starts: [] });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { handler, starts } of handlers) {
      const file = await eventFile(handler, field.folder);
      const start = await coldStart(programOf(handler, node, field.stub.endpoint), file);
      checkAnswer(handler, start.answer);
      starts.push(start.all.cpuMs);
    }
  }
  const without = spreadOf(handlers[0]?.starts ?? []).median;
  const points: GrowthPoint[] = [];
  for (const { rules, handler, starts } of handlers) {
    const call = await cpuOfCall(field, handler, node);
    points.push({ at: rules, startMs: spreadOf(starts).median - without, callMs: call });
  }
  return points;
}

async function withSize(field: Field, { node, ours }: GrowthOptions) {
  const points: GrowthPoint[] = [];
  for (const extraBytes of [0, 4_096, 32_768, 131_072]) {
    await field.stub.enlarge(extraBytes);
    points.push({
      at: extraBytes,
      oursMs: await cpuOfCall(field, ours.invite, node),
      plainMs: await cpuOfCall(field, peers.plain, node),
    });
  }
  await field.stub.enlarge(0);
  return points;
}

async function withConcurrency(field: Field, { node, ours }: GrowthOptions) {
  const points: GrowthPoint[] = [];
  for (const concurrency of [1, 4, 16, 64]) {
    points.push({
      at: concurrency,
      callMs: await cpuOfCall(field, ours.invite, node, concurrency),
    });
  }
  return points;
}

async function withCalls(field: Field, { node, ours: { invite } }: GrowthOptions) {
  const lambda = startWarm(programOf(invite, node, field.stub.endpoint), ["--expose-gc"]);
  const points: GrowthPoint[] = [];
  try {
    for (let calls = 0; calls < mostCalls; calls += step) {
      const file = await eventsFile(invite, contextIds(step), field.folder);
      const { cpuMs, heapBytes } = await lambda.answer({ file });
      points.push({ at: calls + step, callMs: cpuMs / step, heapMb: heapBytes / 1_048_576 });
    }
  } finally {
    await lambda.stop();
  }
  return points;
}

/** As the stacks deploy a document that has no room in the environment. */
async function writeRoutes(path: string, text: string): Promise<void> {
  await writeFile(path, fileRoutes(text, documentDigest));
}

/** CPU of one event, in a process that is warm: the middle of five batches. */
async function cpuOfCall(
  field: Field,
  contestant: Contestant,
  node: NodeBinary,
  concurrency = 1,
): Promise<number> {
  const lambda = startWarm(programOf(contestant, node, field.stub.endpoint));
  const took: number[] = [];
  try {
    for (let round = -3; round < 5; round += 1) {
      const file = await eventsFile(contestant, contextIds(batch), field.folder);
      const { cpuMs, answer } = await lambda.answer({ file, concurrency });
      checkAnswer(contestant, answer);
      if (round >= 0) took.push(cpuMs / batch);
    }
  } finally {
    await lambda.stop();
  }
  return percentile(took, 0.5);
}
