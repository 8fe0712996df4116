import { expect, test } from "@jest/globals";
import { pause } from "@skill-call/pstn-audio";
import { createTestService } from "../testing/test-service.ts";

const Actions = [pause({ durationInMilliseconds: 100 })];

/** What the Lambda sees of its attributes, event by event, when it answers with these ones in turn. */
async function seenAfter(...given: readonly unknown[]): Promise<readonly unknown[]> {
  let answered = 0;
  const bench = createTestService({
    answers: () => {
      const TransactionAttributes = given[answered];
      answered += 1;
      return {
        SchemaVersion: "1.0",
        Actions: answered <= given.length ? Actions : [],
        ...(TransactionAttributes !== undefined && { TransactionAttributes }),
      };
    },
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(100 * given.length);
  return bench.lambda.events.map(({ CallDetails }) => CallDetails.TransactionAttributes);
}

test("a map replaces what was kept before", async () => {
  expect(await seenAfter({ a: "1", b: "2" }, { c: "3" })).toEqual([
    undefined,
    { a: "1", b: "2" },
    { c: "3" },
  ]);
});

test("leaving them out keeps them", async () => {
  expect(await seenAfter({ a: "1" }, undefined)).toEqual([undefined, { a: "1" }, { a: "1" }]);
});

test("null keeps them, too", async () => {
  expect(await seenAfter({ a: "1" }, null)).toEqual([undefined, { a: "1" }, { a: "1" }]);
});

test("an empty map erases them", async () => {
  expect(await seenAfter({ a: "1" }, {})).toEqual([undefined, { a: "1" }, undefined]);
});
