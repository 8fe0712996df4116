import { spawnSync } from "node:child_process";
import { test } from "@jest/globals";

export const sippAdvice = "These tests need sipp: apt-get install sip-tester";

/** sipp -v ends with 99. */
export const isSippInstalled = spawnSync("sipp", ["-v"]).error === undefined;

const isSkipped = !isSippInstalled && !process.env.CI;
if (isSkipped) process.stderr.write(`Tests are skipped. ${sippAdvice}\n`);

/** A test that needs sipp: where it is missing it is skipped, by name; in CI it fails. */
export const sippTest: typeof test.skip = isSkipped ? test.skip : test;
