import { expect, test } from "@jest/globals";
import { type InviteClientState, inviteClient } from "./invite-client.ts";
import type { TransactionEvent } from "./step.ts";

const udp = { t1: 500, t2: 4_000, t4: 5_000, reliable: false };
const tcp = { ...udp, reliable: true };

const begin: TransactionEvent = { on: "begin" };
const response = (status: number): TransactionEvent => ({ on: "response", status });
const timer = (name: "A" | "B" | "D" | "M", afterMs = 0): TransactionEvent => ({
  on: "timer",
  timer: name,
  afterMs,
});

const table: [InviteClientState, TransactionEvent, string, string[]][] = [
  ["calling", begin, "calling", ["send", "start A 500", "start B 32000"]],
  ["calling", timer("A", 500), "calling", ["send", "start A 1000"]],
  ["calling", timer("A", 4_000), "calling", ["send", "start A 8000"]],
  ["calling", timer("B"), "terminated", ["report timeout"]],
  ["calling", { on: "transport-error" }, "terminated", ["report transport-error"]],
  ["calling", response(180), "proceeding", ["stop A", "stop B", "deliver"]],
  ["calling", response(200), "accepted", ["stop A", "stop B", "start M 32000", "deliver"]],
  [
    "calling",
    response(486),
    "completed",
    ["stop A", "stop B", "acknowledge", "start D 32000", "deliver"],
  ],
  ["proceeding", response(183), "proceeding", ["deliver"]],
  ["proceeding", response(200), "accepted", ["start M 32000", "deliver"]],
  ["proceeding", response(603), "completed", ["acknowledge", "start D 32000", "deliver"]],
  ["proceeding", { on: "transport-error" }, "proceeding", []],
  ["completed", response(486), "completed", ["acknowledge"]],
  ["completed", response(180), "completed", []],
  ["completed", response(200), "completed", []],
  ["completed", timer("D"), "terminated", []],
  ["accepted", response(200), "accepted", ["deliver"]],
  ["accepted", response(486), "accepted", []],
  ["accepted", response(180), "accepted", []],
  ["accepted", timer("M"), "terminated", []],
];

test.each(table)("over UDP, %s and %j lead to %s by %j", (state, event, next, effects) => {
  const step = inviteClient(state, event, udp);
  expect([step.state, step.effects.map(inWords)]).toEqual([next, effects]);
});

test("over TCP nothing is sent twice, and a refusal is the end", () => {
  expect(inviteClient("calling", begin, tcp).effects.map(inWords)).toEqual([
    "send",
    "start B 32000",
  ]);
  const refused = inviteClient("proceeding", response(486), tcp);
  expect([refused.state, refused.effects.map(inWords)]).toEqual([
    "terminated",
    ["acknowledge", "deliver"],
  ]);
});

function inWords(effect: object): string {
  return Object.values(effect).join(" ");
}
