import type { Rule } from "../mistake.ts";

/** From when on AWS patches a runtime no more (Lambda developer guide, "Lambda runtimes"). */
const endOf: Readonly<Record<string, string>> = {
  "nodejs14.x": "2023-12-04",
  "nodejs16.x": "2024-06-12",
  "nodejs18.x": "2025-09-01",
  "nodejs20.x": "2026-04-30",
  "nodejs22.x": "2027-04-30",
  "nodejs24.x": "2028-04-30",
};

/** The Lambdas' runtime is Node, and lives. */
export const runtime: Rule = function* ({ runtime: used, today }) {
  if (used === undefined) return;
  if (!/^nodejs\d+\.x$/.test(used)) {
    yield { place: "runtime", problem: `${used} cannot run the Lambdas; take nodejs24.x` };
    return;
  }
  const end = endOf[used];
  if (end === undefined || today < end) return;
  yield { place: "runtime", problem: `${used} is retired since ${end}; take nodejs24.x` };
};
