import { expect, test } from "@jest/globals";
import { rehearseOrdinaryCall } from "./rehearse-calls.ts";
import { rehearseOrdinaryContact } from "./rehearse-contacts.ts";

/** 50,000 lists, each in the one before it. */
const deep: unknown = JSON.parse("[".repeat(50_000) + "]".repeat(50_000));
const ownKeys: unknown = JSON.parse('{"__proto__":{"Actions":[]},"constructor":1}');

/** What a version that is not as it must be may answer; Lambda hands over whatever JSON can say. */
test.each<[string, unknown]>([
  ["nothing", null],
  ["a flag", true],
  ["a number", 1e308],
  ["a text", "Actions"],
  ["a list", [[]]],
  ["an empty object", {}],
  ["JavaScript's own keys", ownKeys],
  ["a very long text", "x".repeat(1_000_000)],
  ["lists in lists", deep],
  ["actions that are none", { SchemaVersion: "1.0", Actions: [null, 1, "Hangup", []] }],
  ["lists in lists for actions", { SchemaVersion: "1.0", Actions: deep }],
  [
    "attributes that are no texts",
    { SchemaVersion: "1.0", Actions: [], TransactionAttributes: { why: {} } },
  ],
  ["many keys", Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`k${n}`, n]))],
  ["values that are no texts", { route: 1, number: null, queueArn: [] }],
])("a version that answers %s does not take over, and breaks no rehearsal", async (_, answer) => {
  const ports = { invoke: async () => answer, newId: () => "1", now: () => 0 };
  for (const rehearse of [rehearseOrdinaryCall, rehearseOrdinaryContact]) {
    const problems = await rehearse(ports);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.join("").length).toBeLessThan(10_000);
  }
});
