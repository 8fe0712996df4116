import { expect, test } from "@jest/globals";
import { manualClock } from "../../test/support/manual-clock.ts";
import { inviteClient } from "./invite-client.ts";
import { inviteServer } from "./invite-server.ts";
import { nonInviteClient } from "./non-invite-client.ts";
import { type StateTable, TransactionRun } from "./transaction-run.ts";

const timing = { t1: 500, t2: 4_000, t4: 5_000, reliable: false };

/** Runs a table on a clock moved by hand, and notes when it did what. */
function run<State extends string>(table: StateTable<State>, initial: State) {
  const clock = manualClock();
  const log: string[] = [];
  const note = (what: string) => void log.push(`${clock.now()} ${what}`);
  const ports = {
    send: () => note("send"),
    acknowledge: () => note("acknowledge"),
    deliver: () => note("deliver"),
    report: (failure: string) => note(failure),
    terminated: () => note("terminated"),
  };
  return { clock, log, run: new TransactionRun({ table, initial, timing, clock, ports }) };
}

test("an INVITE that nobody hears is sent seven times in 32 seconds", async () => {
  const { clock, log, run: invite } = run(inviteClient, "calling");
  invite.handle({ on: "begin" });
  await clock.advance(60_000);
  expect(log).toEqual([
    "0 send",
    "500 send",
    "1500 send",
    "3500 send",
    "7500 send",
    "15500 send",
    "31500 send",
    "32000 terminated",
    "32000 timeout",
  ]);
  expect(clock.waiting).toBe(0);
});

test("any other request that nobody hears is sent eleven times in 32 seconds", async () => {
  const { clock, log, run: bye } = run(nonInviteClient, "trying");
  bye.handle({ on: "begin" });
  await clock.advance(60_000);
  expect(
    log.filter((line) => line.endsWith("send")).map((line) => Number.parseInt(line, 10)),
  ).toEqual([0, 500, 1_500, 3_500, 7_500, 11_500, 15_500, 19_500, 23_500, 27_500, 31_500]);
  expect(log.slice(-2)).toEqual(["32000 terminated", "32000 timeout"]);
});

test("a ringing INVITE waits as long as it takes", async () => {
  const { clock, log, run: invite } = run(inviteClient, "calling");
  invite.handle({ on: "begin" });
  invite.handle({ on: "response", status: 180 });
  await clock.advance(3_600_000);
  invite.handle({ on: "response", status: 200 });
  await clock.advance(31_999);
  invite.handle({ on: "response", status: 200 });
  await clock.advance(1);
  expect(log).toEqual([
    "0 send",
    "0 deliver",
    "3600000 deliver",
    "3631999 deliver",
    "3632000 terminated",
  ]);
});

test("a refusal is repeated until its ACK comes, and then stays quiet", async () => {
  const { clock, log, run: invite } = run(inviteServer, "proceeding");
  invite.handle({ on: "begin" });
  invite.handle({ on: "response", status: 486 });
  await clock.advance(2_000);
  invite.handle({ on: "ack" });
  invite.handle({ on: "request" });
  await clock.advance(60_000);
  expect(log).toEqual(["0 send", "500 send", "1500 send", "7000 terminated"]);
});

test("an abandoned transaction does nothing more", async () => {
  const { clock, log, run: invite } = run(inviteClient, "calling");
  invite.handle({ on: "begin" });
  invite.abandon();
  invite.handle({ on: "response", status: 200 });
  await clock.advance(60_000);
  expect(log).toEqual(["0 send", "0 terminated"]);
  expect(clock.waiting).toBe(0);
});
