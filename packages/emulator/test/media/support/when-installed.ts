import { spawnSync } from "node:child_process";
import { test } from "@jest/globals";

export type PeerTest = (name: string, run: () => Promise<void>) => void;

/** Tests that need a program: where it is missing they are skipped, by name; in CI they fail. */
export function testWith(program: string, debianPackage: string): PeerTest {
  if (spawnSync(program, ["-h"]).error === undefined) return test;
  const advice = `${program} is missing: apt-get install ${debianPackage}`;
  if (!process.env.CI) {
    process.stderr.write(`Tests are skipped: ${advice}\n`);
    return (name) => test.skip(name, () => {});
  }
  return (name) =>
    test(name, () => {
      throw new Error(advice);
    });
}
