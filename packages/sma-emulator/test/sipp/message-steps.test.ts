import { expect } from "@jest/globals";
import type { SmaTraceEvent } from "../../src/sma-trace.ts";
import { hangup, toVoiceConnector } from "./support/actions.ts";
import { emulatorsUnderTest } from "./support/emulator-under-test.ts";
import { sippTest } from "./support/sipp-test.ts";

const started = emulatorsUnderTest();
const answers = { NEW_INBOUND_CALL: [toVoiceConnector()] };

const ofSip = (steps: readonly SmaTraceEvent[]) =>
  steps.filter(({ kind }) => kind.startsWith("sip."));
/** Who to whom, what; a request without where it went. */
const labelled = ({ from, to, label }: SmaTraceEvent) =>
  `${from} → ${to}: ${label.replace(/ sip:.*/, "")}`;

sippTest.each(["UDP", "TCP"] as const)(
  "over %s a bridged call's ladder holds the messages of both legs, in order",
  async (protocol) => {
    const under = await started({ answers, protocol, sipMessages: true });
    const callee = await under.callee({ scenario: "callee-answers" });
    const caller = await under.caller({ scenario: "caller-hangs-up", protocol });
    expect([caller, await callee.done]).toEqual(["", ""]);
    await under.quiet();
    const messages = ofSip(under.steps);
    const withCaller = messages.filter(({ from, to }) => from === "caller" || to === "caller");
    const withCentre = messages.filter((step) => !withCaller.includes(step));
    expect(withCaller.map(labelled)).toEqual([
      "caller → pstn-audio: INVITE",
      "pstn-audio → caller: 100 Trying (INVITE)",
      "pstn-audio → caller: 180 Ringing (INVITE)",
      "pstn-audio → caller: 200 OK (INVITE)",
      "caller → pstn-audio: ACK",
      "caller → pstn-audio: BYE",
      "pstn-audio → caller: 200 OK (BYE)",
    ]);
    expect(withCentre.map(labelled)).toEqual([
      "pstn-audio → contact-centre: INVITE",
      "contact-centre → pstn-audio: 180 Ringing (INVITE)",
      "contact-centre → pstn-audio: 200 OK (INVITE)",
      "pstn-audio → contact-centre: ACK",
      "pstn-audio → contact-centre: BYE",
      "contact-centre → pstn-audio: 200 OK (BYE)",
    ]);
    const transactions = messages.map(({ transactionId }) => transactionId);
    expect(new Set(transactions)).toEqual(new Set([under.events()[0]?.CallDetails.TransactionId]));
  },
);

sippTest("a call that the Lambda refuses has its messages, to the ACK", async () => {
  const under = await started({
    answers: { NEW_INBOUND_CALL: [hangup("486")] },
    sipMessages: true,
  });
  const values = { status: "486" };
  expect(await under.caller({ scenario: "caller-is-refused", values })).toBe("");
  await under.until("call.over");
  await under.until("sip.request", 2);
  const messages = ofSip(under.steps);
  expect(messages.slice(-2).map(labelled)).toEqual([
    "pstn-audio → caller: 486 Busy Here (INVITE)",
    "caller → pstn-audio: ACK",
  ]);
  const transactions = messages.map(({ transactionId }) => transactionId);
  expect(new Set(transactions)).toEqual(new Set([under.events()[0]?.CallDetails.TransactionId]));
});

sippTest("an INVITE that never becomes a call is told without one", async () => {
  const under = await started({ answers, sipMessages: true });
  const values = { status: "420", headers: "Require: 100rel\n" };
  expect(await under.caller({ scenario: "caller-is-refused", values })).toBe("");
  await under.until("sip.request", 2);
  expect(under.steps.map(labelled)).toEqual([
    "caller → pstn-audio: INVITE",
    "pstn-audio → caller: 100 Trying (INVITE)",
    "pstn-audio → caller: 420 Bad Extension (INVITE)",
    "caller → pstn-audio: ACK",
  ]);
  expect(under.steps.map(({ transactionId }) => transactionId)).toEqual(Array(4).fill(undefined));
});

sippTest("without being asked for no message is told", async () => {
  const under = await started({ answers: { NEW_INBOUND_CALL: [hangup("486")] } });
  const values = { status: "486" };
  expect(await under.caller({ scenario: "caller-is-refused", values })).toBe("");
  await under.until("call.over");
  expect(ofSip(under.steps)).toEqual([]);
});
