import { type Contestant, plainClient } from "../contest/contestants.ts";
import type { NodeBinary } from "../measure/node-binary.ts";
import { startWarm } from "../measure/processes.ts";
import { noiseOf, percentile, ratioOf, type Spread, spreadOf } from "../measure/statistics.ts";
import { checkAnswer, eventsFile, type Field, programOf } from "./field.ts";

/** What is asked stands for AWS: a stub that answers at once, or the local DynamoDB. */
export type Against = "stub" | "local DynamoDB";

/** One invocation after another in a process that goes on. */
export interface WarmRow {
  readonly name: string;
  /** Of Node. */
  readonly node: number;
  readonly against: Against;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of one invocation. */
  readonly cpuMs: Spread;
  /** Each against the plain DocumentClient's. */
  readonly p50: Spread;
  readonly p99: number;
  readonly cpu: Spread;
}

export interface WarmSection {
  readonly rows: readonly WarmRow[];
  readonly rounds: number;
  /** Invocations of a round. */
  readonly batch: number;
  /** Of the plain client's CPU time: quartile to quartile, as a share. */
  readonly noise: number;
}

export interface WarmOptions {
  readonly node: NodeBinary;
  readonly contestants: readonly Contestant[];
  readonly rounds: number;
  readonly batch: number;
  /** Invocations before the first round: V8 compiles what runs often. */
  readonly warmUp: number;
  readonly against: Against;
  readonly endpoint: string;
  /** Of contexts that stand in the table. */
  readonly contextIds: (count: number) => Promise<readonly string[]>;
}

interface Series {
  /** Of all invocations. */
  readonly ms: number[];
  /** The median of each round. */
  readonly p50: number[];
  /** Of one invocation, each round. */
  readonly cpuMs: number[];
}

/** Has all contestants answer a batch of events in turn, as often as there are rounds. */
export async function measureWarm(field: Field, options: WarmOptions): Promise<WarmSection> {
  const { node, contestants, rounds, batch, warmUp, against, endpoint } = options;
  field.begun(`warm, Node ${node.major}, against the ${against}`);
  const running = contestants.map((contestant) => ({
    contestant,
    lambda: startWarm(programOf(contestant, node, endpoint)),
    series: { ms: [], p50: [], cpuMs: [] } as Series,
  }));
  const answer = async ({ contestant, lambda }: (typeof running)[number], count: number) => {
    const file = await eventsFile(contestant, await options.contextIds(count), field.folder);
    const answered = await lambda.answer({ file });
    checkAnswer(contestant, answered.answer);
    return answered;
  };
  try {
    for (const each of running) await answer(each, warmUp);
    for (let round = 0; round < rounds; round += 1) {
      for (const each of running) {
        const { ms, cpuMs } = await answer(each, batch);
        each.series.ms.push(...ms);
        each.series.p50.push(percentile(ms, 0.5));
        each.series.cpuMs.push(cpuMs / batch);
      }
    }
  } finally {
    await Promise.all(running.map(({ lambda }) => lambda.stop()));
  }
  const plain = running.find(({ contestant }) => contestant.name === plainClient)?.series;
  if (plain === undefined) throw new Error("Nothing to compare with");
  const rows = running.map(({ contestant: { name }, series }): WarmRow => {
    const p99Ms = percentile(series.ms, 0.99);
    return {
      ...{ name, node: node.major, against },
      p50Ms: percentile(series.ms, 0.5),
      p99Ms,
      cpuMs: spreadOf(series.cpuMs),
      p50: ratioOf(series.p50, plain.p50),
      p99: p99Ms / percentile(plain.ms, 0.99),
      cpu: ratioOf(series.cpuMs, plain.cpuMs),
    };
  });
  return { rows, rounds, batch, noise: noiseOf(plain.cpuMs) };
}
