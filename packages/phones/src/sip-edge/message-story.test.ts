import { expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import { type Call, parseMessage } from "@skill-call/sip";
import type { SipStep } from "./message-step.ts";
import { type DialogLeg, MessageStory } from "./message-story.ts";

const lifetimeMs = 32_000;
const callee: DialogLeg = { transactionId: "t-1", farEnd: "callee", begunBy: "us" };
const caller: DialogLeg = { transactionId: "t-2", farEnd: "caller", begunBy: "them" };

function storyOnPaper() {
  const clock = createManualClock(0);
  const steps: SipStep[] = [];
  const story = new MessageStory(clock, (step) => steps.push(step));
  const pass = (direction: "in" | "out", text: string) =>
    story.observe(direction, {
      bytes: Buffer.from(text),
      peer: { address: "127.0.0.1", port: 5090 },
      protocol: "UDP",
    });
  return { clock, story, steps, pass };
}

interface Written {
  readonly start: string;
  readonly from?: string;
  readonly to?: string;
  readonly sequence?: string;
}

function written({ start, from = "ana", to = "", sequence = "1 INVITE" }: Written): string {
  const tag = (value: string) => (value === "" ? "" : `;tag=${value}`);
  return [
    start,
    "Via: SIP/2.0/UDP 127.0.0.1:5090;branch=z9hG4bK1",
    `From: <sip:ana@127.0.0.1>${tag(from)}`,
    `To: <sip:desk@127.0.0.1>${tag(to)}`,
    "Call-ID: one-call",
    `CSeq: ${sequence}`,
    "Content-Length: 0",
    "\r\n",
  ].join("\r\n");
}

const invite = written({ start: "INVITE sip:desk@127.0.0.1:5060 SIP/2.0" });
const trying = written({ start: "SIP/2.0 100 Trying" });
const bye = { start: "BYE sip:desk@127.0.0.1 SIP/2.0", sequence: "2 BYE" };
const byeOfCaller = written({ ...bye, to: "desk" });
const byeOfCallee = written({ ...bye, from: "desk", to: "ana" });
const call = parseMessage(Buffer.from(invite)) as unknown as Call;

const told = ({ from, to, label, transactionId }: SipStep) => [from, to, label, transactionId];

test("what passed before a call had its ID is told with it, as of when it was seen", async () => {
  const { clock, story, steps, pass } = storyOnPaper();
  pass("in", invite);
  clock.advance(5);
  pass("out", trying);
  expect(steps).toEqual([]);
  story.began(call, caller);
  expect(steps).toEqual([
    {
      at: 0,
      from: "caller",
      to: "pstn-audio",
      kind: "sip.request",
      label: "INVITE sip:desk@127.0.0.1:5060",
      detail: {
        protocol: "UDP",
        peer: "127.0.0.1:5090",
        sipCallId: "one-call",
        message: invite,
      },
      transactionId: "t-2",
    },
    expect.objectContaining({
      at: 5,
      from: "pstn-audio",
      to: "caller",
      kind: "sip.response",
      label: "100 Trying (INVITE)",
      transactionId: "t-2",
    }),
  ]);
});

test("messages that nobody takes are told without a call, and let go", async () => {
  const { story, steps, pass } = storyOnPaper();
  pass("in", written({ start: "OPTIONS sip:127.0.0.1 SIP/2.0", sequence: "1 OPTIONS" }));
  pass("out", written({ start: "SIP/2.0 200 OK", sequence: "1 OPTIONS" }));
  await Promise.resolve();
  expect(steps.map(told)).toEqual([
    ["caller", "pstn-audio", "OPTIONS sip:127.0.0.1", undefined],
    ["pstn-audio", "caller", "200 OK (OPTIONS)", undefined],
  ]);
  expect(story.size).toBe(0);
});

test("a copy that comes after the end is the call's, until its transactions are over", async () => {
  const { clock, story, steps, pass } = storyOnPaper();
  story.began(call, caller);
  story.ended(call, caller);
  clock.advance(lifetimeMs - 1);
  pass("in", byeOfCaller);
  clock.advance(1);
  expect(story.size).toBe(0);
  pass("in", byeOfCaller);
  await Promise.resolve();
  expect(steps.map(({ transactionId }) => transactionId)).toEqual(["t-2", undefined]);
});

test("a caller that was refused and tries again by the same name has a call of its own", () => {
  const { clock, story, steps, pass } = storyOnPaper();
  story.began(call, caller);
  story.ended(call, caller);
  story.began(call, { ...caller, transactionId: "t-3" });
  clock.advance(lifetimeMs);
  pass("in", byeOfCaller);
  expect(steps.map(({ transactionId }) => transactionId)).toEqual(["t-3"]);
});

test("a call to ourselves is two: each end has its own messages", () => {
  const { story, steps, pass } = storyOnPaper();
  pass("out", invite);
  story.began(call, callee);
  pass("in", invite);
  pass("out", trying);
  story.began(call, caller);
  pass("in", trying);
  pass("out", byeOfCallee);
  pass("in", byeOfCallee);
  expect(steps.map(told)).toEqual([
    ["pstn-audio", "callee", "INVITE sip:desk@127.0.0.1:5060", "t-1"],
    ["caller", "pstn-audio", "INVITE sip:desk@127.0.0.1:5060", "t-2"],
    ["pstn-audio", "caller", "100 Trying (INVITE)", "t-2"],
    ["callee", "pstn-audio", "100 Trying (INVITE)", "t-1"],
    ["pstn-audio", "caller", "BYE sip:desk@127.0.0.1", "t-2"],
    ["callee", "pstn-audio", "BYE sip:desk@127.0.0.1", "t-1"],
  ]);
});

test("keep-alives and broken packets are no messages", async () => {
  const { steps, pass } = storyOnPaper();
  pass("in", "\r\n\r\n");
  pass("in", "INVITE nobody");
  await Promise.resolve();
  expect(steps).toEqual([]);
});

test("a story that is closed holds nothing", () => {
  const { story } = storyOnPaper();
  story.began(call, caller);
  story.ended(call, caller);
  story.close();
  expect(story.size).toBe(0);
});
