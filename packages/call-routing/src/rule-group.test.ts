import { expect, test } from "@jest/globals";
import type { When } from "./routes.ts";
import { RuleGroup } from "./rule-group.ts";

const context = {
  reason: { id: "billing" },
  locale: "es-US",
  callStarter: "callback",
  accountIdVerified: false,
};

/** A group with these rules, some of which have further conditions. */
function groupOf(
  fields: readonly string[],
  whens: readonly When[],
  partly: readonly number[] = [],
) {
  const group = new RuleGroup(fields);
  for (const [index, when] of whens.entries())
    group.add(index, when, (other) => !partly.includes(other));
  return group;
}

const billing = { reason: "billing" };

test.each<[string, readonly number[], readonly number[]]>([
  ["of rules that want the same the first is found", [], [0]],
  ["behind a rule with a further condition the next is found, too", [0], [0, 1]],
  ["behind two of them the third is", [0, 1], [0, 1, 2]],
  ["all are, where each has one", [0, 1, 2], [0, 1, 2]],
  ["a rule without one ends it, wherever it stands", [0, 2], [0, 1]],
])("%s", (_, partly, found) => {
  expect(groupOf(["reason"], [billing, billing, billing], partly).find(context)).toEqual(found);
});

test.each<[string, readonly string[], readonly When[], readonly number[]]>([
  ["another value", ["reason"], [{ reason: "sales" }], []],
  ["one of several values", ["reason"], [{ reason: ["sales", "billing"] }], [0]],
  ["none of several values", ["reason"], [{ reason: ["sales", "orders"] }], []],
  ["two fields", ["reason", "locale"], [{ ...billing, locale: "es-US" }], [0]],
  ["two fields, one of them otherwise", ["reason", "locale"], [{ ...billing, locale: "x" }], []],
  [
    "every combination of lists",
    ["reason", "locale"],
    [{ reason: ["a", "billing"], locale: ["b", "es-US"] }, billing],
    [0],
  ],
  ["a flag", ["accountIdVerified"], [{ accountIdVerified: false }], [0]],
  ["a flag that is text", ["accountIdVerified"], [{ "context.accountIdVerified": "false" }], []],
  ["a field that the context has not", ["skillId"], [{ skillId: "a" }], []],
  ["a field that no rule of the group asks for", ["skillId"], [billing], []],
  ["no field", [], [billing], []],
])("a group by %s", (_, fields, whens, found) => {
  expect(groupOf(fields, whens).find(context)).toEqual(found);
});
