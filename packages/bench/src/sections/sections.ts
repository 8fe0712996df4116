import { ourLambdas, parts, peers } from "../contest/contestants.ts";
import { storeContexts } from "../contest/stored-contexts.ts";
import type { NodeBinary } from "../measure/node-binary.ts";
import type { Run } from "../report/run.ts";
import { forkStore } from "../stub/fork-store.ts";
import { type ColdSection, measureCold } from "./cold.ts";
import { contextIds, type Field } from "./field.ts";
import { measureGrowth } from "./growth.ts";
import { measurePure } from "./pure.ts";
import { measureWarm, type WarmOptions, type WarmSection } from "./warm.ts";
import { countWire } from "./wire.ts";

type Sections = Pick<Run, "cold" | "warm" | "growth" | "pure" | "wire">;

export interface SectionOptions {
  /** The newest last. */
  readonly nodes: readonly NodeBinary[];
  readonly rounds: number;
}

/** What a change may have made worse, in less than a minute. */
export async function quickSections(
  field: Field,
  { nodes, rounds }: SectionOptions,
): Promise<Sections> {
  const ours = ourLambdas(field.stub);
  const { skillLastTurn, ...others } = ours;
  const starting = [peers.plain, ...Object.values(others), skillLastTurn];
  const answering = [peers.plain, parts.claim, ours.invite, ours.contextApi, ours.connect];
  const cold: ColdSection[] = [];
  const warm: WarmSection[] = [];
  for (const node of nodes) {
    cold.push(await measureCold(field, { node, contestants: starting, rounds }));
    const contestants = answering;
    const batches = { rounds, batch: 100, warmUp: 400 };
    warm.push(await measureWarm(field, { node, contestants, ...batches, ...stubOf(field) }));
  }
  return { cold, warm };
}

/** Everything, on every Node. */
export async function wholeSections(
  field: Field,
  { nodes, rounds }: SectionOptions,
): Promise<Sections> {
  const ours = ourLambdas(field.stub);
  const all = [...Object.values(peers), ...Object.values(parts), ...Object.values(ours)];
  const { plainDefaults: _same, ...answering } = { ...peers, ...parts, ...ours };
  const cold: ColdSection[] = [];
  const warm: WarmSection[] = [];
  const batches = { rounds, batch: 200, warmUp: 800 };
  for (const node of nodes) {
    cold.push(await measureCold(field, { node, contestants: all, rounds }));
    const contestants = Object.values(answering);
    warm.push(await measureWarm(field, { node, contestants, ...batches, ...stubOf(field) }));
  }
  const newest = nodes.at(-1);
  if (newest === undefined) return { cold, warm };
  warm.push(await againstStore(field, { node: newest, rounds }));
  const growth = await measureGrowth(field, { node: newest, ours, rounds: Math.min(rounds, 7) });
  const wire = await countWire(field, { node: newest, contestants: all });
  field.begun("parts that ask nobody");
  return { cold, warm, growth, pure: await measurePure(), wire };
}

function stubOf({ stub }: Field): Pick<WarmOptions, "against" | "endpoint" | "contextIds"> {
  const { endpoint } = stub;
  return { against: "stub", endpoint, contextIds: async (count) => contextIds(count) };
}

/** The local DynamoDB parses every expression anew: there a claim costs more than a read, whoever asks. */
async function againstStore(
  field: Field,
  { node, rounds }: { readonly node: NodeBinary; readonly rounds: number },
): Promise<WarmSection> {
  const ours = ourLambdas(field.stub);
  const store = await forkStore();
  const { endpoint } = store;
  try {
    return await measureWarm(field, {
      node,
      contestants: [peers.plain, peers.sample, parts.claim, ours.invite, ours.contextApi],
      ...{ rounds, batch: 30, warmUp: 60 },
      ...{ against: "local DynamoDB", endpoint },
      contextIds: (count) => storeContexts(endpoint, count),
    });
  } finally {
    await store.stop();
  }
}
