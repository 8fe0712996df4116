import { expect, test } from "@jest/globals";
import { loadedWithFirstCall } from "./loaded-with-first-call.ts";

test("it is loaded once, by the first call", async () => {
  let loads = 0;
  let calls = 0;
  const create = loadedWithFirstCall(async () => {
    loads += 1;
    return async () => {
      calls += 1;
    };
  });
  expect(loads).toBe(0);
  await Promise.all([create(), create()]);
  await create();
  expect([loads, calls]).toEqual([1, 3]);
});

test("a load that failed is tried again by the next call", async () => {
  let loads = 0;
  const create = loadedWithFirstCall(async () => {
    loads += 1;
    if (loads === 1) throw new Error("The file could not be read");
    return async () => undefined;
  });
  await expect(create()).rejects.toThrow("The file could not be read");
  await expect(create()).resolves.toBeUndefined();
  expect(loads).toBe(2);
});
