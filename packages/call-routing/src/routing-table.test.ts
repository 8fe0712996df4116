import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { fileRoutes } from "./filed/file-routes.ts";
import { openFiledRoutes } from "./filed/open-filed-routes.ts";
import type { RoutableContext, Routes, Rule, When } from "./routes.ts";
import { createRoutingTable, type RoutingTable, type RuleName } from "./routing-table.ts";

const context = {
  callerName: "Joséphine",
  accountIdVerified: false,
  reason: { id: "billing" },
  locale: "es-US",
  skillId: "amzn1.ask.skill.1",
  callStarter: "skill-call",
  tier: "gold",
  visits: 3,
  isMember: true,
};

const somewhere = [{ type: "pstn", number: "+12045550101" }] as const;
const otherwise = [{ type: "pstn", number: "+12045550199" }] as const;

function ruleFor(whens: readonly When[], asked: RoutableContext | undefined = context): RuleName {
  const rules = whens.map((when) => ({ when, to: somewhere }));
  return createRoutingTable({ rules, otherwise }).route(asked).rule;
}

test.each<[RuleName, When]>([
  [0, {}],
  [0, { reason: "billing" }],
  ["otherwise", { reason: "support" }],
  [0, { reason: ["support", "billing"] }],
  [0, { reason: "billing", locale: "es-US" }],
  ["otherwise", { reason: "billing", locale: "en-US" }],
  ["otherwise", { reason: "support", locale: "es-US" }],
  [0, { callStarter: "skill-call", skillId: "amzn1.ask.skill.1" }],
  [0, { accountIdVerified: false }],
  ["otherwise", { accountIdVerified: true }],
  [0, { accountIdVerified: [true, false] }],
  [0, { "context.tier": "gold" }],
  ["otherwise", { "context.tier": "silver" }],
  ["otherwise", { "context.colour": "red" }],
  ["otherwise", { "context.toString": "gold" }],
  [0, { "context.visits": "3" }],
  [0, { "context.isMember": true }],
  ["otherwise", { "context.isMember": "true" }],
  [0, { "context.tier": ["silver", "gold"], "context.isMember": [true, "yes"], reason: "billing" }],
  ["otherwise", { "context.reason": "billing" }],
])("rule %s takes the call when it is %j", (expected, when) => {
  expect(ruleFor([when])).toBe(expected);
});

test("a field without a value in the context matches nothing", () => {
  const { skillId: _none, ...rest } = context;
  expect(ruleFor([{ skillId: "amzn1.ask.skill.1" }, {}], rest)).toBe(1);
});

test("the first rule that matches counts, however it is filed", () => {
  const billing = { reason: "billing" };
  expect(ruleFor([{ reason: "sales" }, { locale: "es-US" }, billing])).toBe(1);
  expect(ruleFor([{ reason: "sales" }, billing, { locale: "es-US" }, billing])).toBe(1);
  expect(ruleFor([{ "context.tier": "gold", locale: "en-US" }, {}, billing])).toBe(1);
});

test("a call without a context goes to otherwise, whatever the rules say", () => {
  const table = createRoutingTable({ rules: [{ when: {}, to: somewhere }], otherwise });
  expect(table.route(undefined)).toEqual({ rule: "otherwise", destinations: otherwise });
});

test("a table has its document, what that asks for, and its version where it has one", () => {
  const routes: Routes = {
    rules: [{ when: {}, to: [{ type: "meeting", mediaRegion: "us-east-1" }] }],
    otherwise,
  };
  const table = createRoutingTable(routes);
  expect(table.routes).toBe(routes);
  expect(table.uses).toEqual({
    types: ["meeting", "pstn"],
    picksNumbers: false,
    queueInstances: [],
  });
  expect(table).not.toHaveProperty("version");
  expect(createRoutingTable({ ...routes, version: "2026-11-29" }).version).toBe("2026-11-29");
});

test("what a document asks for is looked for once, and not before somebody wants to know", () => {
  let read = 0;
  const rules: readonly Rule[] = [];
  const table = createRoutingTable({
    rules,
    get otherwise() {
      read += 1;
      return otherwise;
    },
  });
  expect(read).toBe(0);
  expect(table.uses).toBe(table.uses);
  expect(read).toBe(1);
});

test("a rule that the document no longer has leads nowhere", () => {
  const table = createRoutingTable({ rules: [{ when: {}, to: somewhere }], otherwise });
  expect(table.destinationsOf(0)).toEqual(somewhere);
  expect(table.destinationsOf("otherwise")).toEqual(otherwise);
  expect(table.destinationsOf(7)).toEqual([]);
});

test("lists with many combinations are compared where they are not filed", () => {
  const many = (letter: string) => Array.from({ length: 40 }, (_, index) => `${letter}${index}`);
  const whens = [
    { reason: many("r"), locale: many("l"), "context.tier": many("t") },
    { reason: [...many("r"), "billing"], locale: many("l") },
    { reason: [...many("r"), "billing"], locale: [...many("l"), "es-US"] },
  ];
  expect(ruleFor(whens)).toBe(2);
});

/** What the index has to find: a walk through the rules, as a reader of the document would do it. */
function firstByWalking(
  rules: readonly Rule[],
  asked: Readonly<Record<string, unknown>>,
): RuleName {
  const index = rules.findIndex(({ when }) =>
    Object.entries(when).every(([field, wanted]) => {
      const name = field.replace(/^context\./, "");
      const value = field === "reason" ? Object(asked.reason).id : asked[name];
      const comparable = typeof value === "number" ? String(value) : value;
      return Array.isArray(wanted) ? wanted.includes(comparable) : wanted === comparable;
    }),
  );
  return index < 0 ? "otherwise" : index;
}

/** The table of the same document, as a Lambda has it that was deployed with its index. */
function filedTable(routes: Routes) {
  const digest = (text: string) => `${text.length}`;
  return openFiledRoutes(fileRoutes(JSON.stringify(routes), digest), {
    serves: () => true,
    digest,
  });
}

const letter = fc.constantFrom("a", "b", "1");
const flag = fc.boolean();
const orList = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 9 }));
const when = fc.record(
  {
    reason: orList(letter),
    locale: orList(letter),
    accountIdVerified: orList(flag),
    "context.x": orList(fc.oneof(letter, flag)),
    "context.y": orList(letter),
    "context.z": orList(letter),
  },
  { requiredKeys: [] },
);
const anyContext = fc.record({
  reason: fc.record({ id: letter }),
  locale: letter,
  callStarter: fc.constant("callback"),
  accountIdVerified: flag,
  x: fc.option(fc.oneof(letter, flag), { nil: undefined }),
  y: fc.constantFrom(1, "a", null, undefined),
});

type TableOf = (routes: Routes) => RoutingTable | undefined;

test.each<[string, TableOf, number]>([
  ["that is made at start", createRoutingTable, 2_000],
  ["that was made before", filedTable, 500],
])("the index %s finds what a walk through the rules finds", (_, tableOf, numRuns) => {
  fc.assert(
    fc.property(fc.array(when, { maxLength: 40 }), anyContext, (whens, asked) => {
      const rules = whens.map((one) => ({ when: one, to: somewhere }));
      const table = tableOf({ rules, otherwise });
      expect(table?.route(asked).rule).toBe(firstByWalking(rules, asked));
    }),
    { numRuns },
  );
});
