import { expect, test } from "@jest/globals";
import { Occurrences } from "./occurrences.ts";

test("what happened is kept in order, and a mark shows what came since", () => {
  const occurrences = new Occurrences<string>();
  occurrences.add("rings");
  const mark = occurrences.mark();
  occurrences.add("answers");
  expect(occurrences.list()).toEqual(["rings", "answers"]);
  expect(occurrences.list(mark)).toEqual(["answers"]);
});

test("waiting ends with the first that fits, of the past or to come", async () => {
  const occurrences = new Occurrences<string>();
  occurrences.add("rings");
  expect(await occurrences.first((each) => each === "rings")).toBe("rings");
  const answer = occurrences.first((each) => each.startsWith("answers"));
  occurrences.add("hangs up");
  occurrences.add("answers late");
  occurrences.add("answers again");
  expect(await answer).toBe("answers late");
});
