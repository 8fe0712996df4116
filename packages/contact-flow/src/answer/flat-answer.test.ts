import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { AnswerTooLargeError } from "../errors.ts";
import { flatAnswer, maxAnswerBytes } from "./flat-answer.ts";

const write = flatAnswer(["route", "number"]);

test("every key is there, and none is empty", () => {
  expect(write({ route: "pstn" })).toEqual({ route: "pstn", number: "none" });
  expect(write({ route: "", number: "  " })).toEqual({ route: "none", number: "none" });
  expect(write({})).toEqual({ route: "none", number: "none" });
});

test("whatever is said, a flow can compare with it", () => {
  fc.assert(
    fc.property(fc.record({ route: fc.string(), number: fc.option(fc.string()) }), (values) => {
      const answer = write({ route: values.route, number: values.number ?? undefined });
      expect(Object.keys(answer)).toEqual(["route", "number"]);
      expect(Object.values(answer).every((word) => word.trim() !== "")).toBe(true);
    }),
  );
});

test("an answer that Connect would not take is refused, by its bytes and not its characters", () => {
  const rest = JSON.stringify(write({ route: "x", number: "" })).length - 1;
  const fits = "x".repeat(maxAnswerBytes - rest);
  expect(write({ route: fits }).route).toBe(fits);
  expect(() => write({ route: `${fits}x` })).toThrow(AnswerTooLargeError);
  expect(() => write({ route: "ü".repeat(maxAnswerBytes / 2) })).toThrow(AnswerTooLargeError);
});
