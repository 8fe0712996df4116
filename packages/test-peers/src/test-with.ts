import { test } from "@jest/globals";
import { adviceFor, type Peer } from "./peer.ts";

/** `test`, as far as tests with a peer use it. */
export type PeerTest = Pick<typeof test.skip, "each"> &
  ((...args: Parameters<typeof test.skip>) => void);

/** The one rule: where the peer is missing, its tests are skipped by name; where CI is set they fail. */
export function testWith(peer: Peer): PeerTest {
  if (peer.isInstalled()) return test;
  const advice = adviceFor(peer);
  if (process.env.CI) return failing(advice);
  process.stderr.write(`Tests are skipped: ${advice}\n`);
  return test.skip;
}

function failing(advice: string): PeerTest {
  const fail = () => {
    throw new Error(advice);
  };
  const each = (table: readonly unknown[]) => (name: string) => test.each(table)(name, fail);
  return Object.assign((name: string) => test(name, fail), { each }) as PeerTest;
}
