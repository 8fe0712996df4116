import { expect, test } from "@jest/globals";
import { type NonInviteServerState, nonInviteServer } from "./non-invite-server.ts";
import type { TransactionEvent } from "./step.ts";

const udp = { t1: 500, t2: 4_000, t4: 5_000, reliable: false };
const tcp = { ...udp, reliable: true };

const copy: TransactionEvent = { on: "request" };
const response = (status: number): TransactionEvent => ({ on: "response", status });
const timer = (name: "J" | "abandoned"): TransactionEvent => ({
  on: "timer",
  timer: name,
  afterMs: 32_000,
});

const table: [NonInviteServerState, TransactionEvent, string, string[]][] = [
  ["trying", { on: "begin" }, "trying", ["start abandoned 32000"]],
  ["trying", copy, "trying", []],
  ["trying", response(100), "proceeding", ["send"]],
  ["trying", response(200), "completed", ["send", "stop abandoned", "start J 32000"]],
  ["trying", timer("abandoned"), "terminated", []],
  ["proceeding", copy, "proceeding", ["send"]],
  ["proceeding", response(481), "completed", ["send", "stop abandoned", "start J 32000"]],
  ["completed", copy, "completed", ["send"]],
  ["completed", response(500), "completed", []],
  ["completed", timer("J"), "terminated", []],
];

test.each(table)("over UDP, %s and %j lead to %s by %j", (state, event, next, effects) => {
  const step = nonInviteServer(state, event, udp);
  expect([step.state, step.effects.map(inWords)]).toEqual([next, effects]);
});

test("over TCP the response is the end", () => {
  const answered = nonInviteServer("trying", response(200), tcp);
  expect([answered.state, answered.effects.map(inWords)]).toEqual(["terminated", ["send"]]);
});

function inWords(effect: object): string {
  return Object.values(effect).join(" ");
}
