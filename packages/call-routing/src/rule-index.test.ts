import { expect, test } from "@jest/globals";
import type { RoutableContext, When } from "./routes.ts";
import { RuleIndex } from "./rule-index.ts";

const context = {
  reason: { id: "billing" },
  locale: "es-US",
  callStarter: "callback",
  accountIdVerified: false,
};

/** An index that counts how often a rule's conditions are read once it is made. */
function indexOf(whens: readonly When[]) {
  let compared = 0;
  const rules = whens.map((when) => ({
    get when() {
      compared += 1;
      return when;
    },
    to: [],
  }));
  const index = new RuleIndex(rules);
  return {
    first: (asked: RoutableContext) => index.first(asked),
    comparedFor: (asked: RoutableContext) => {
      compared = 0;
      index.first(asked);
      return compared;
    },
  };
}

/** A context that counts the fields that are looked up in it. */
function lookUps(of: { first(asked: RoutableContext): unknown }, asked: RoutableContext): number {
  let count = 0;
  of.first(
    new Proxy(asked, {
      get: (target, name) => {
        count += 1;
        return Reflect.get(target, name);
      },
    }),
  );
  return count;
}

const many = <T>(make: (index: number) => T) =>
  Array.from({ length: 1000 }, (_, index) => make(index));

test("a thousand rules by one field cost one look-up, and no comparison", () => {
  const index = indexOf(many((n) => ({ reason: `r${n}` })));
  const last = { ...context, reason: { id: "r999" } };
  expect(index.first(last)).toBe(999);
  expect(lookUps(index, last)).toBe(1);
  expect(index.comparedFor(last)).toBe(0);
});

test("rules by the same fields are filed together, though others stand between them", () => {
  const index = indexOf(many((n) => (n % 2 ? { reason: `r${n}` } : { locale: `l${n}` })));
  expect(index.first({ ...context, reason: { id: "r999" } })).toBe(999);
  expect(lookUps(index, context)).toBe(2);
});

test("rules by other fields are not filed together, though they are as many", () => {
  const index = indexOf([
    { reason: "a", locale: "b" },
    { reason: "a", callStarter: "callback" },
  ]);
  expect(index.first({ ...context, reason: { id: "a" } })).toBe(1);
});

test("fields whose names make one when they are put together are several all the same", () => {
  const index = indexOf([{ "context.x": "a", locale: "es-US" }, { "context.xlocale": "a" }]);
  expect(index.first({ ...context, xlocale: "a" } as RoutableContext)).toBe(1);
});

test("rules by one field each of a team cost nothing where the context has none of them", () => {
  const index = indexOf(many((n) => ({ [`context.f${n}`]: "x" })));
  expect(lookUps(index, context)).toBe(0);
  const asked = { ...context, f7: "x" } as RoutableContext;
  expect(index.first(asked)).toBe(7);
  expect(lookUps(index, asked)).toBe(1);
});

test("where no rule asks for a team's field nobody looks which of them a context has", () => {
  const listed = (whens: readonly When[]) => {
    let count = 0;
    indexOf(whens).first(
      new Proxy(context, {
        ownKeys: (target) => {
          count += 1;
          return Reflect.ownKeys(target);
        },
      }),
    );
    return count;
  };
  expect(listed(many((n) => ({ reason: `r${n}` })))).toBe(0);
  expect(listed([{ "context.tier": "gold" }])).toBe(1);
});

test("rules by two fields of a team are looked at where the context has the rarer one", () => {
  const index = indexOf(many((n) => ({ "context.all": "x", [`context.f${n}`]: "x" })));
  const asked = { ...context, all: "x", f7: "x" } as RoutableContext;
  expect(index.first(asked)).toBe(7);
  expect(lookUps(index, asked)).toBe(2);
  const turned = indexOf(many((n) => ({ [`context.f${n}`]: "x", "context.all": "x" })));
  expect(lookUps(turned, { ...context, all: "x" } as RoutableContext)).toBe(0);
});

test("of rules by the same field of a team in several groups each is found", () => {
  const whens = [
    { "context.tier": "gold", locale: "en-US" },
    { "context.tier": "gold", reason: "billing" },
    { "context.tier": "gold" },
  ];
  expect(indexOf(whens).first({ ...context, tier: "gold" } as RoutableContext)).toBe(1);
});

test("nothing behind a rule that takes every call is filed", () => {
  const index = indexOf([{}, ...many((n) => ({ reason: `r${n}` }))]);
  expect(index.first(context)).toBe(0);
  expect(lookUps(index, context)).toBe(0);
});

const twenty = (letter: string) => Array.from({ length: 20 }, (_, n) => `${letter}${n}`);
/** Three lists of twenty: filed by one of them, the others are compared. */
const listed = (locale: string) => ({
  reason: [...twenty("r"), "billing"],
  locale: [...twenty("l"), locale],
  callStarter: [...twenty("c"), "callback"],
});

test.each<[string, readonly When[], number | undefined, number]>([
  ["the one that matches", [listed("es-US")], 0, 1],
  ["the second, where the first does not", [listed("en-US"), listed("es-US")], 1, 2],
  ["the first of two that match", [listed("es-US"), listed("es-US")], 0, 1],
  ["none", [listed("en-US"), listed("fr-CA")], undefined, 2],
  ["the one before them, and they are not compared", [{ locale: "es-US" }, listed("es-US")], 0, 0],
  ["the whole one behind them", [listed("en-US"), { reason: "billing" }], 1, 1],
])("of rules that are filed in part it is %s", (_, whens, found, compared) => {
  const index = indexOf(whens);
  expect(index.first(context)).toBe(found);
  expect(index.comparedFor(context)).toBe(compared);
});

test("no rule, no match", () => {
  expect(indexOf([]).first(context)).toBeUndefined();
});
