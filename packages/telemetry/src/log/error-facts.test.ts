import { expect, test } from "@jest/globals";
import { errorFacts, faultFacts, nameOf } from "./error-facts.ts";

test("an error is told by its name or code, and that of its cause: its words may quote a person", () => {
  const cause = Object.assign(new Error("+12045551111"), { code: "ECONNREFUSED" });
  const facts = errorFacts(new Error("Joséphine", { cause }));
  expect(facts).toEqual({ error: "Error", cause: "ECONNREFUSED" });
  expect(errorFacts("Joséphine")).toEqual({ error: "string" });
  expect(nameOf(Object.assign(new Error("Joséphine"), { code: 11000 }))).toBe("Error");
});

test("an error that nobody expected is told with its place", () => {
  const { error, at } = faultFacts(new TypeError("Joséphine"));
  expect(error).toBe("TypeError");
  expect(at).toEqual(expect.arrayContaining([expect.stringMatching(/^at .*error-facts\.test/)]));
  expect(at).toHaveLength(4);
  expect(faultFacts("Joséphine")).toEqual({ error: "string" });
});

test("what an error says in several lines is not taken for its place", () => {
  const facts = faultFacts(new Error("she said:\n    at home, Joséphine"));
  expect(JSON.stringify(facts)).not.toContain("Joséphine");
});
