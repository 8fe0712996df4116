import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Contestant, nothing, plainClient } from "../contest/contestants.ts";
import type { NodeBinary } from "../measure/node-binary.ts";
import { type ColdStart, coldStart } from "../measure/processes.ts";
import { noiseOf, ratioOf, type Spread, spreadOf } from "../measure/statistics.ts";
import { checkAnswer, eventFile, type Field, programOf } from "./field.ts";

/** Starts of a fresh process, until its first answer; net of an empty process. */
export interface ColdRow {
  readonly name: string;
  /** Of Node. */
  readonly node: number;
  /** Of the file that every start reads. */
  readonly kib: number;
  readonly cpuMs: Spread;
  readonly wallMs: Spread;
  /** Of it, until the Lambda was loaded. */
  readonly loadCpuMs: number;
  /** CPU, against the plain DocumentClient. */
  readonly ratio: Spread;
  readonly wallRatio: Spread;
}

export interface ColdSection {
  readonly rows: readonly ColdRow[];
  readonly rounds: number;
  /** Of the empty process's and the plain client's CPU time, whichever is more: quartile to quartile, as a share. */
  readonly noise: number;
}

export interface ColdOptions {
  readonly node: NodeBinary;
  /** Without the empty process. */
  readonly contestants: readonly Contestant[];
  readonly rounds: number;
}

/** Starts all contestants in turn, as often as there are rounds. */
export async function measureCold(
  field: Field,
  { node, contestants, rounds }: ColdOptions,
): Promise<ColdSection> {
  field.begun(`cold, Node ${node.major}`);
  const all = [nothing, ...contestants];
  const starts = new Map<Contestant, ColdStart[]>(all.map((contestant) => [contestant, []]));
  // The first round reads files that later ones find in memory.
  for (let round = -1; round < rounds; round += 1) {
    for (const contestant of all) {
      const start = await oneStart(field, contestant, node);
      if (round >= 0) starts.get(contestant)?.push(start);
    }
  }
  const of = (contestant: Contestant, what: (start: ColdStart) => number) =>
    (starts.get(contestant) ?? []).map(what);
  const net = (contestant: Contestant, what: (start: ColdStart) => number) => {
    const { median } = spreadOf(of(nothing, what));
    return of(contestant, what).map((value) => value - median);
  };
  const plain = contestants.find(({ name }) => name === plainClient);
  if (plain === undefined) throw new Error("Nothing to compare with");
  const rows = contestants.map(async (contestant): Promise<ColdRow> => {
    const [cpu, wall] = [net(contestant, cpuOf), net(contestant, wallOf)];
    return {
      name: contestant.name,
      node: node.major,
      kib: await sizeOf(contestant.lambda),
      cpuMs: spreadOf(cpu),
      wallMs: spreadOf(wall),
      loadCpuMs: spreadOf(net(contestant, ({ load }) => load.cpuMs)).median,
      ratio: ratioOf(cpu, net(plain, cpuOf)),
      wallRatio: ratioOf(wall, net(plain, wallOf)),
    };
  });
  const noise = Math.max(noiseOf(of(nothing, cpuOf)), noiseOf(of(plain, cpuOf)));
  return { rows: await Promise.all(rows), rounds, noise };
}

const cpuOf = ({ all }: ColdStart) => all.cpuMs;
const wallOf = ({ all }: ColdStart) => all.wallMs;

async function oneStart(field: Field, contestant: Contestant, node: NodeBinary) {
  const file = await eventFile(contestant, field.folder);
  const start = await coldStart(programOf(contestant, node, field.stub.endpoint), file);
  checkAnswer(contestant, start.answer);
  return start;
}

/** Behind a one-line `index.mjs` stands `lambda.cjs`; what stands beside it only some calls read. */
async function sizeOf(lambda: string): Promise<number> {
  const folder = dirname(lambda);
  const isOurs = (await readdir(folder)).includes("lambda.cjs");
  const { size } = await stat(join(folder, isOurs ? "lambda.cjs" : basename(lambda)));
  return Math.round(size / 1_024);
}
