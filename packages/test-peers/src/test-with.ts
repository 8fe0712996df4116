import { test } from "@jest/globals";
import { adviceFor, type Peer } from "./peer.ts";

/** `test`, as far as tests with a peer use it. */
export type PeerTest = Pick<typeof test.skip, "each"> &
  ((...args: Parameters<typeof test.skip>) => void);

/** The one rule: where a peer is missing, the tests with it are skipped by name; where CI is set they fail. */
export function testWith(...peers: readonly Peer[]): PeerTest {
  const missing = peers.find((peer) => !peer.isInstalled());
  if (!missing) return test;
  const advice = adviceFor(missing);
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
