import { expect, test } from "@jest/globals";
import { timesSlower } from "./times-slower.ts";

test.each([
  [undefined, {}],
  ["10", { timesSlower: 10 }],
  ["1.5", { timesSlower: 1.5 }],
  ["0", {}],
  ["slow", {}],
])("SKILL_CALL_TIMES_SLOWER=%s", (value, options) => {
  expect(timesSlower({ SKILL_CALL_TIMES_SLOWER: value })).toEqual(options);
});
