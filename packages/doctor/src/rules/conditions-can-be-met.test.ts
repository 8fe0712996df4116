import { expect, test } from "@jest/globals";
import { changed, routesWith } from "../testing/sample-configuration.ts";
import { conditionsCanBeMet } from "./conditions-can-be-met.ts";

function mistakes(...conditions: readonly object[]) {
  const rules = conditions.map((when) => ({ when }));
  const found = conditionsCanBeMet(changed({ sma: { ROUTES: routesWith(rules) } }));
  return [...found].map(({ place, problem }) => `${place}: ${problem}`);
}

test("what callers can be asked, and what every call has, may be asked for", () => {
  expect(
    mistakes(
      { reason: ["billing", "other"], locale: "es-US" },
      { "context.plan": "basic", "context.callerNumber": "+12045550100" },
      {},
    ),
  ).toEqual([]);
});

test("a reason, a field or a choice that the form does not know is named with its place", () => {
  expect(
    mistakes(
      { reason: ["billing", "sails"] },
      { "context.plann": "basic" },
      { "context.plan": "x" },
    ),
  ).toEqual([
    'ROUTES at rules[0].when.reason: "sails" is not a reason of the form: no call will ever have it',
    'ROUTES at rules[1].when["context.plann"]: "plann" is not a field of the form',
    'ROUTES at rules[2].when["context.plan"]: plan is never "x"',
  ]);
});

test("a mistake in the routes is the SMA handler's", () => {
  const ROUTES = routesWith([{ when: { reason: "sails" } }]);
  expect([...conditionsCanBeMet(changed({ sma: { ROUTES } }))]).toMatchObject([
    { part: "sma-handler" },
  ]);
});

test("the Connect handler's routes are asked the same, with or without an SMA handler", () => {
  const ROUTES = routesWith([{ when: { reason: "sails" } }, { when: { "context.plan": "x" } }]);
  const { environments, ...others } = changed({ connect: { ROUTES } });
  const { "sma-handler": _, ...alone } = environments;
  const found = [...conditionsCanBeMet({ ...others, environments: alone })];
  expect(found.map(({ part, place }) => `${part} ${place}`)).toEqual([
    "connect-handler ROUTES at rules[0].when.reason",
    'connect-handler ROUTES at rules[1].when["context.plan"]',
  ]);
});
