import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import {
  answerWithinMs,
  claimMs,
  destinationServiceMs,
  meetingMs,
  statusWriteMs,
  tidyUpMs,
} from "./budgets.ts";

test("README.md names the same budgets", () => {
  const readme = readFileSync(join(__dirname, "../../README.md"), "utf8");
  const [, ...told] =
    /within (\S+) s \(.*\): claim (\S+) s, destination service (\S+) s, meeting (\S+) s, status (\S+) s, tidying up (\S+) s/.exec(
      readme,
    ) ?? [];
  const budgets = [
    answerWithinMs,
    claimMs,
    destinationServiceMs,
    meetingMs,
    statusWriteMs,
    tidyUpMs,
  ];
  expect(told).toEqual(budgets.map((ms) => String(ms / 1_000)));
});
