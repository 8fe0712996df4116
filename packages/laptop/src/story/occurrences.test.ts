import { expect, test } from "@jest/globals";
import { Occurrences } from "./occurrences.ts";

interface Step {
  readonly call: string;
  readonly step: string;
}

const steps = () => new Occurrences<Step>(({ call }) => call);

test("what happened is kept in order, and a mark shows what came since", () => {
  const occurrences = new Occurrences<string>();
  occurrences.add("rings");
  const mark = occurrences.mark();
  occurrences.add("answers");
  expect(occurrences.list()).toEqual(["rings", "answers"]);
  expect(occurrences.list(mark)).toEqual(["answers"]);
});

test("waiting ends with the first of the call that fits, of the past or to come", async () => {
  const occurrences = steps();
  occurrences.add({ call: "one", step: "rings" });
  expect(await occurrences.first("one", ({ step }) => step === "rings")).toEqual({
    call: "one",
    step: "rings",
  });
  const answer = occurrences.first("one", ({ step }) => step.startsWith("answers"));
  occurrences.add({ call: "one", step: "hangs up" });
  occurrences.add({ call: "two", step: "answers soon" });
  occurrences.add({ call: "one", step: "answers late" });
  occurrences.add({ call: "one", step: "answers again" });
  expect((await answer).step).toBe("answers late");
  expect(occurrences.size.waiting).toBe(0);
});

test("who waits no more is not kept", async () => {
  const occurrences = steps();
  const over = new AbortController();
  void occurrences.first("one", () => true, over.signal);
  expect(occurrences.size.waiting).toBe(1);
  over.abort();
  void occurrences.first("one", () => true, over.signal);
  expect(occurrences.size.waiting).toBe(0);
});

test("after ten thousand calls no more is kept than after a thousand, and marks still hold", () => {
  const occurrences = steps();
  const place = (calls: number, from: number) => {
    for (let call = from; call < from + calls; call += 1) {
      for (let step = 0; step < 22; step += 1) {
        occurrences.add({ call: `${call}`, step: `${step}` });
      }
    }
  };
  place(1_000, 0);
  const after = occurrences.size;
  place(9_000, 1_000);
  expect(occurrences.size.kept).toBeLessThanOrEqual(10_000);
  expect(occurrences.size.calls).toBeLessThan(after.calls + 50);
  const mark = occurrences.mark();
  expect(mark).toBe(220_000);
  place(1, 10_000);
  expect(occurrences.list(mark).map(({ call }) => call)).toEqual(Array(22).fill("10000"));
  expect(occurrences.of("10000")).toHaveLength(22);
  expect(occurrences.of("0")).toEqual([]);
});
