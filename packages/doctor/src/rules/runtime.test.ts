import { expect, test } from "@jest/globals";
import { changed } from "../testing/sample-configuration.ts";
import { runtime } from "./runtime.ts";

test.each([
  ["nodejs24.x", "2026-11-23"],
  ["nodejs22.x", "2027-04-29"],
  ["nodejs26.x", "2026-11-23"],
  [undefined, "2026-11-23"],
])("%s on %s is alive, or nobody's business", (used, today) => {
  expect([...runtime(changed({ runtime: used, today }))]).toEqual([]);
});

test.each([
  ["nodejs20.x", "2026-11-23", "nodejs20.x is retired since 2026-04-30; take nodejs24.x"],
  ["nodejs22.x", "2027-04-30", "nodejs22.x is retired since 2027-04-30; take nodejs24.x"],
  ["python3.13", "2026-11-23", "python3.13 cannot run the Lambdas; take nodejs24.x"],
])("%s on %s will not do", (used, today, problem) => {
  expect([...runtime(changed({ runtime: used, today }))]).toEqual([{ place: "runtime", problem }]);
});
