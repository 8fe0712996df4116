import { expect, test } from "@jest/globals";
import { until } from "./until.ts";

test("it waits until something is so", async () => {
  let asked = 0;
  await until(async () => {
    asked += 1;
    return asked === 3;
  });
  expect(asked).toBe(3);
});

test("what a condition throws ends the wait", async () => {
  const wait = until(() => {
    throw new Error("The peer has ended.");
  });
  await expect(wait).rejects.toThrow("The peer has ended.");
});
