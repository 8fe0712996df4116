import { expect, test } from "@jest/globals";
import { hashContextId } from "@skill-call/call-context";
import { personOf } from "../callers/person.ts";
import { SimulatedCall } from "../callers/simulated-call.ts";
import { Chance } from "../chance/chance.ts";
import { ratesTimes } from "../chance/faults.ts";
import { invariants } from "./invariants.ts";

const contextId = "00000a18-ac82-43c9-8ee5-f748c15eed5e";

function callThatHeard(...heard: readonly (readonly [status: string, answer: number])[]) {
  const chance = new Chance({ seed: 1, call: 1, rates: ratesTimes(0) });
  const call = new SimulatedCall(1, { kind: "skill-call", person: personOf(1, chance), chance });
  const statuses = ["created", "claimed", "connected"];
  statuses.forEach((status, index) => {
    const before = index === 0 ? undefined : { contextId, status: statuses[index - 1] };
    call.writes.push({ before, after: { contextId, status } });
  });
  for (const [status, answer] of heard) {
    const subject = hashContextId(contextId);
    call.heard.push({ at: 0, subject, status, answer, body: "{}", isGenuine: true });
  }
  return call;
}

test.each([
  [
    "in order",
    [
      ["claimed", 204],
      ["connected", 204],
    ],
    true,
  ],
  [
    "again, in order",
    [
      ["claimed", 204],
      ["connected", 204],
      ["claimed", 204],
    ],
    true,
  ],
  // Seed 1002 of 10,000 calls, call 2584.
  [
    "refused for good, then again",
    [
      ["claimed", 410],
      ["connected", 204],
      ["claimed", 204],
    ],
    true,
  ],
  [
    "refused, then too late",
    [
      ["claimed", 503],
      ["connected", 204],
      ["claimed", 204],
    ],
    false,
  ],
  [
    "the wrong way round",
    [
      ["connected", 204],
      ["claimed", 204],
    ],
    false,
  ],
] as const)("messages that come %s", (_, heard, holds) => {
  const call = callThatHeard(...heard);
  const facts = { call, transactions: [], contacts: [], meetingsOpen: [] };
  expect(invariants["told-in-order"].holds(facts) === undefined).toBe(holds);
});
