import { expect, test } from "@jest/globals";
import { faultWords } from "./delivery-fault-words.ts";

test.each([
  [{ kind: "duplicate" }, "duplicate · every event · every time"],
  [{ kind: "delay", ms: 50, event: "HANGUP", times: 1 }, "delay 50 ms · HANGUP · once"],
  [{ kind: "answer-lost", times: 3 }, "answer-lost · every event · 3 times"],
] as const)("%j", (plan, words) => {
  expect(faultWords(plan)).toBe(words);
});
