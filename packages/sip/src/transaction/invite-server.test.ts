import { expect, test } from "@jest/globals";
import { type InviteServerState, inviteServer } from "./invite-server.ts";
import type { TransactionEvent } from "./step.ts";

const udp = { t1: 500, t2: 4_000, t4: 5_000, reliable: false };
const tcp = { ...udp, reliable: true };

const copy: TransactionEvent = { on: "request" };
const ack: TransactionEvent = { on: "ack" };
const response = (status: number): TransactionEvent => ({ on: "response", status });
const timer = (name: "G" | "H" | "I" | "L", afterMs = 0): TransactionEvent => ({
  on: "timer",
  timer: name,
  afterMs,
});

const table: [InviteServerState, TransactionEvent, string, string[]][] = [
  ["proceeding", { on: "begin" }, "proceeding", []],
  ["proceeding", copy, "proceeding", ["send"]],
  ["proceeding", ack, "proceeding", []],
  ["proceeding", response(180), "proceeding", ["send"]],
  ["proceeding", response(200), "accepted", ["send", "start L 32000"]],
  ["proceeding", response(486), "completed", ["send", "start G 500", "start H 32000"]],
  ["proceeding", { on: "transport-error" }, "proceeding", []],
  ["completed", copy, "completed", ["send"]],
  ["completed", timer("G", 500), "completed", ["send", "start G 1000"]],
  ["completed", timer("G", 4_000), "completed", ["send", "start G 4000"]],
  ["completed", timer("H"), "terminated", []],
  ["completed", ack, "confirmed", ["stop G", "stop H", "start I 5000"]],
  ["confirmed", copy, "confirmed", []],
  ["confirmed", ack, "confirmed", []],
  ["confirmed", timer("I"), "terminated", []],
  ["accepted", copy, "accepted", []],
  ["accepted", response(200), "accepted", ["send"]],
  ["accepted", ack, "accepted", ["deliver"]],
  ["accepted", timer("L"), "terminated", []],
];

test.each(table)("over UDP, %s and %j lead to %s by %j", (state, event, next, effects) => {
  const step = inviteServer(state, event, udp);
  expect([step.state, step.effects.map(inWords)]).toEqual([next, effects]);
});

test("over TCP a refusal is not repeated, and its ACK is the end", () => {
  expect(inviteServer("proceeding", response(486), tcp).effects.map(inWords)).toEqual([
    "send",
    "start H 32000",
  ]);
  expect(inviteServer("completed", ack, tcp)).toEqual({ state: "terminated", effects: [] });
});

function inWords(effect: object): string {
  return Object.values(effect).join(" ");
}
