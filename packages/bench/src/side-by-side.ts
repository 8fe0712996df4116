/** What two measured things took, in milliseconds, and how they compare. */
export interface Comparison {
  readonly what: string;
  readonly ours: number;
  readonly peer: number;
  /** ours ÷ peer. */
  readonly ratio: number;
  readonly rounds: number;
}

export interface Contest {
  readonly what: string;
  readonly rounds: number;
  ours(round: number): Promise<number>;
  peer(round: number): Promise<number>;
}

/** Measures both in turn, so that a busy machine slows both alike, and compares the medians. */
export async function sideBySide({ what, rounds, ours, peer }: Contest): Promise<Comparison> {
  const took = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    took.ours.push(await ours(round));
    took.peer.push(await peer(round));
  }
  const medians = { ours: median(took.ours), peer: median(took.peer) };
  return { what, ...medians, ratio: medians.ours / medians.peer, rounds };
}

/** The middle value; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const around = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return around.reduce((sum, value) => sum + value, 0) / around.length;
}
