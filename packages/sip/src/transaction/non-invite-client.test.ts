import { expect, test } from "@jest/globals";
import { type NonInviteClientState, nonInviteClient } from "./non-invite-client.ts";
import type { TransactionEvent } from "./step.ts";

const udp = { t1: 500, t2: 4_000, t4: 5_000, reliable: false };
const tcp = { ...udp, reliable: true };

const begin: TransactionEvent = { on: "begin" };
const response = (status: number): TransactionEvent => ({ on: "response", status });
const timer = (name: "E" | "F" | "K", afterMs = 0): TransactionEvent => ({
  on: "timer",
  timer: name,
  afterMs,
});

const table: [NonInviteClientState, TransactionEvent, string, string[]][] = [
  ["trying", begin, "trying", ["send", "start E 500", "start F 32000"]],
  ["trying", timer("E", 500), "trying", ["send", "start E 1000"]],
  ["trying", timer("E", 4_000), "trying", ["send", "start E 4000"]],
  ["trying", timer("F"), "terminated", ["report timeout"]],
  ["trying", { on: "transport-error" }, "terminated", ["report transport-error"]],
  ["trying", response(100), "proceeding", ["deliver"]],
  ["trying", response(200), "completed", ["stop E", "stop F", "start K 5000", "deliver"]],
  ["proceeding", timer("E", 500), "proceeding", ["send", "start E 4000"]],
  ["proceeding", timer("F"), "terminated", ["report timeout"]],
  ["proceeding", response(100), "proceeding", ["deliver"]],
  ["proceeding", response(481), "completed", ["stop E", "stop F", "start K 5000", "deliver"]],
  ["completed", response(200), "completed", []],
  ["completed", { on: "transport-error" }, "completed", []],
  ["completed", timer("K"), "terminated", []],
];

test.each(table)("over UDP, %s and %j lead to %s by %j", (state, event, next, effects) => {
  const step = nonInviteClient(state, event, udp);
  expect([step.state, step.effects.map(inWords)]).toEqual([next, effects]);
});

test("over TCP nothing is sent twice, and a response is the end", () => {
  expect(nonInviteClient("trying", begin, tcp).effects.map(inWords)).toEqual([
    "send",
    "start F 32000",
  ]);
  const answered = nonInviteClient("trying", response(200), tcp);
  expect([answered.state, answered.effects.map(inWords)]).toEqual(["terminated", ["deliver"]]);
});

function inWords(effect: object): string {
  return Object.values(effect).join(" ");
}
