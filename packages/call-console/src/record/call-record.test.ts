import { expect, test } from "@jest/globals";
import { type CallRecord, readCallRecord, withStep } from "./call-record.ts";
import { deskState } from "./desk-state.ts";

const step = {
  at: 1,
  from: "caller",
  to: "alexa",
  kind: "caller.utterance",
  label: "“hi”",
} as const;
const record: CallRecord = {
  format: "skill-call-record",
  version: 1,
  id: "1",
  title: "Conversation, en-US",
  events: [{ ...step, detail: { text: "hi" } }],
};

test("an exported call is read as it was", () => {
  expect(readCallRecord(JSON.stringify(record))).toEqual(record);
});

test.each([
  ["no JSON", "{", "The file is not JSON."],
  ["another document", "{}", "The file is not an exported call: format"],
  ["no object", "null", "The file is not an exported call: the file"],
  [
    "no steps",
    JSON.stringify({ ...record, events: [] }),
    "The file is not an exported call: events",
  ],
  [
    "an unknown party",
    JSON.stringify({ ...record, events: [{ ...step, from: "__proto__" }] }),
    "The file is not an exported call: events.0.from",
  ],
])("%s is refused, and the problem is named", (_, text, problem) => {
  expect(readCallRecord(text)).toEqual({ problem: expect.stringContaining(problem) });
});

test("a SIP message goes where its time is, anything else to the end", () => {
  const told = [
    { ...step, at: 5, label: "INVITE" },
    { ...step, at: 3, label: "SIP INVITE", kind: "sip.request" },
    { ...step, at: 5, label: "SIP 180", kind: "sip.response" },
    { ...step, at: 4, label: "the clock was set back" },
  ];
  const { events } = told.reduce(withStep, { ...record, events: [] });
  expect(events.map(({ label }) => label)).toEqual([
    "SIP INVITE",
    "INVITE",
    "SIP 180",
    "the clock was set back",
  ]);
});

test("the desk's screen is filled in before the agent answers", () => {
  const desk = (kind: string, from: "contact-centre" | "pstn-audio" | "meetings") =>
    ({ ...step, kind, from, to: "pstn-audio", detail: { known: true } }) as const;
  const [dialled, screen] = [
    { ...step, kind: "leg.dialled", from: "pstn-audio", to: "contact-centre" } as const,
    desk("agent.screen", "contact-centre"),
  ];
  const ringing = [dialled, screen, desk("leg.ringing", "contact-centre")];
  expect(deskState([])).toEqual({ stage: "nobody" });
  expect(deskState(ringing)).toEqual({
    stage: "ringing",
    screen: { known: true },
    at: "contact-centre",
  });
  const answered = [...ringing, desk("leg.answered", "contact-centre")];
  expect(deskState(answered).stage).toBe("answered");
  expect(deskState([...answered, desk("call.over", "pstn-audio")]).stage).toBe("over");
});
