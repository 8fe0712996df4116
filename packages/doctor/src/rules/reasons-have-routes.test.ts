import { expect, test } from "@jest/globals";
import { changed, routesWith } from "../testing/sample-configuration.ts";
import { reasonsHaveRoutes } from "./reasons-have-routes.ts";

const reasons = { ids: ["billing", "sales", "other"], heard: {} };

function mistakes(...rules: readonly { readonly when: object }[]) {
  return [...reasonsHaveRoutes(changed({ reasons, sma: { ROUTES: routesWith(rules) } }))];
}

test("a reason without a rule is named; only the way out needs none", () => {
  expect(mistakes({ when: { reason: "billing" } })).toEqual([
    {
      part: "sma-handler",
      place: "ROUTES",
      problem:
        'has no rule for the reason "sales"; if it is to go where everything else goes, let a rule say so',
    },
  ]);
});

test("what Amazon Connect routes by is looked at, too", () => {
  const ROUTES = routesWith([{ when: { reason: "sales" } }]);
  const sma = { ROUTES: routesWith([{ when: {} }]) };
  expect([...reasonsHaveRoutes(changed({ reasons, sma, connect: { ROUTES } }))]).toMatchObject([
    { part: "connect-handler", place: "ROUTES", problem: expect.stringContaining('"billing"') },
  ]);
});

test("a rule may take several reasons, and a rule without conditions takes all", () => {
  expect(mistakes({ when: { reason: ["billing", "sales"], locale: "es-US" } })).toEqual([]);
  expect(mistakes({ when: {} })).toEqual([]);
});

test("a rule that never mentions a reason is no rule for it", () => {
  expect(mistakes({ when: { locale: "es-US" } })).toHaveLength(2);
});
