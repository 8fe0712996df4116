import { expect, test } from "@jest/globals";
import type { CallContext } from "@skill-call/call-context";
import { destinationsOf, route } from "./route.ts";
import type { Condition, Destination, Routes } from "./routes.ts";

const context: CallContext & { tier: number; vip: boolean } = {
  callerName: "Jo",
  accountIdVerified: false,
  reason: { id: "billing" },
  locale: "es-US",
  skillId: "amzn1.ask.skill.1",
  callStarter: "skill-call",
  tier: 3,
  vip: true,
};

const first: readonly Destination[] = [{ type: "pstn", number: "+12045550101" }];
const second: readonly Destination[] = [{ type: "pstn", number: "+12045550102" }];
const otherwise: readonly Destination[] = [{ type: "pstn", number: "+12045550109" }];

function routesWith(when: readonly Condition[]): Routes {
  return { rules: [{ when, to: first }], otherwise };
}

test("the first rule that matches wins", () => {
  const when: readonly Condition[] = [{ field: "reason", anyOf: ["billing"] }];
  const routes: Routes = {
    rules: [
      { when: [{ field: "reason", anyOf: ["sales"] }], to: otherwise },
      { when, to: first },
      { when, to: second },
    ],
    otherwise,
  };
  expect(route(context, routes)).toEqual({ rule: 1, destinations: first });
});

test.each<[string, readonly Condition[]]>([
  ["one value", [{ field: "reason", anyOf: ["billing"] }]],
  ["any of several values", [{ field: "reason", anyOf: ["sales", "billing"] }]],
  ["the locale", [{ field: "locale", anyOf: ["es-US"] }]],
  ["the call starter", [{ field: "callStarter", anyOf: ["skill-call"] }]],
  ["the skill", [{ field: "skillId", anyOf: ["amzn1.ask.skill.1"] }]],
  ["an unverified account ID", [{ field: "accountIdVerified", anyOf: [false] }]],
  ["a team's own flag", [{ field: "context.vip", anyOf: [true] }]],
  ["a team's own number, written as text", [{ field: "context.tier", anyOf: ["3"] }]],
  [
    "every condition of several",
    [
      { field: "reason", anyOf: ["billing"] },
      { field: "locale", anyOf: ["es-US"] },
    ],
  ],
  ["no condition at all", []],
])("a rule matches on %s", (_, when) => {
  expect(route(context, routesWith(when)).rule).toBe(0);
});

test.each<[string, readonly Condition[]]>([
  ["another value", [{ field: "reason", anyOf: ["sales"] }]],
  [
    "one condition of two that does not hold",
    [
      { field: "reason", anyOf: ["billing"] },
      { field: "locale", anyOf: ["en-US"] },
    ],
  ],
  ["the text of a boolean", [{ field: "accountIdVerified", anyOf: ["false"] }]],
  ["a field that the context does not have", [{ field: "context.region", anyOf: ["west"] }]],
  ["a field that every object inherits", [{ field: "context.constructor", anyOf: [true] }]],
])("a rule does not match on %s", (_, when) => {
  expect(route(context, routesWith(when))).toEqual({ rule: "otherwise", destinations: otherwise });
});

test("a call without a context goes to otherwise, also past a rule without conditions", () => {
  expect(route(undefined, routesWith([]))).toEqual({ rule: "otherwise", destinations: otherwise });
});

test("destinations are found again by the rule's name", () => {
  expect(destinationsOf(0, routesWith([]))).toEqual(first);
  expect(destinationsOf("otherwise", routesWith([]))).toEqual(otherwise);
});

test("a rule that a new ROUTES document no longer has gives no destinations", () => {
  expect(destinationsOf(7, routesWith([]))).toEqual([]);
});
