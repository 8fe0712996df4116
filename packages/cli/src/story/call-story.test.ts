import { describe, expect, test } from "@jest/globals";
import type { CallReport, LaptopLane, LaptopTraceEvent } from "@skill-call/laptop";
import { terminalOf } from "@skill-call/terminal";
import { callStory } from "./call-story.ts";
import { isGood, outcomeLine } from "./outcome-line.ts";

const terminal = terminalOf({ columns: 100 }, {});
const start = Date.UTC(2026, 10, 23, 9);

type Facts = Pick<LaptopTraceEvent, "durationMs" | "detail">;

function step(
  ms: number,
  kind: LaptopTraceEvent["kind"],
  [from, to, label]: [LaptopLane, LaptopLane, string],
  facts: Facts,
) {
  return { at: start + ms, from, to, kind, label, ...facts };
}

const item = {
  contextId: { S: "a27d398e1bcd87071cb514c3a390defb" },
  callerName: { S: "Ana" },
  accountId: { S: "AB1234" },
  accountIdVerified: { BOOL: false },
  reason: { M: { id: { S: "billing" }, text: { S: "my bill" } } },
  callerNumber: { S: "+12065551111" },
  expiresAt: { N: "1795424400" },
};
const legs = [
  {
    CallId: "a",
    ParticipantTag: "LEG-A",
    From: "+12065551111",
    To: "+16073331111",
    Direction: "Inbound",
  },
];

const events: readonly LaptopTraceEvent[] = [
  step(0, "caller.utterance", ["caller", "alexa", "“billing”"], {}),
  step(10, "caller.utterance", ["caller", "alexa", "“yes”"], {}),
  step(12, "table.request", ["skill", "call-context-table", "PutItem"], {
    durationMs: 4,
    detail: { operation: "PutItem", input: { Item: item } },
  }),
  step(20, "call.placed", ["caller", "pstn-audio", "INVITE +16073331111"], {}),
  step(21, "sma.event", ["pstn-audio", "sma-handler", "NEW_INBOUND_CALL (1)"], {
    detail: { CallDetails: { Participants: legs } },
  }),
  step(24, "table.request", ["sma-handler", "call-context-table", "UpdateItem"], {
    durationMs: 3,
    detail: { operation: "UpdateItem", input: {} },
  }),
  step(30, "sma.answer", ["sma-handler", "pstn-audio", "CallAndBridge"], { durationMs: 9 }),
  step(33, "leg.ringing", ["contact-centre", "pstn-audio", "180 Ringing"], {}),
  step(183, "leg.answered", ["contact-centre", "pstn-audio", "200 OK: answered"], {}),
  step(184, "call.answered", ["pstn-audio", "caller", "200 OK: answered"], {}),
  step(500, "leg.hung-up", ["contact-centre", "pstn-audio", "hangs up"], {}),
  step(520, "call.over", ["pstn-audio", "pstn-audio", "call over, every leg down"], {}),
];

const connected: CallReport = {
  transactionId: "t",
  outcome: "connected",
  contextId: "a27d398e1bcd87071cb514c3a390defb",
  destination: { type: "voice-connector", to: "billing" },
  agentSees: {
    known: true,
    callerName: "Ana",
    accountId: "AB1234",
    accountIdVerified: false,
    reason: { id: "billing", text: "my bill" },
    callerNumber: "+12065551111",
    locale: "es-US",
    orderNumber: "A-17",
    gatheredSecondsAgo: 4,
  },
  heard: ["Please hold."],
  legsLeftUp: 0,
  tableRequests: { skill: 1, smaHandler: 3 },
  events,
  fields: [],
};

test("a call is told as a story, with IDs and numbers masked where they are stored", () => {
  expect(`${callStory(connected, terminal).join("\n")}\n`).toBe(`
What was stored
  contextId          ••••fb
  callerName         Ana
  accountId          ••••34
  accountIdVerified  false
  reason             billing: “my bill”
  callerNumber       +1206•••••11
  expiresAt          1795424400 (2026-11-23T09:00:00.000Z)

The call
         caller  Alexa  skill  table  PSTN    SMA   agent
      0    ├──────▶      │      │      │      │      │    “yes”
      2    │      │      ├──────▶      │      │      │    PutItem (4 ms)
     10    ├──────┼──────┼──────┼──────▶      │      │    INVITE +16073331111
     11    │      │      │      │      ├──────▶      │    NEW_INBOUND_CALL (1)
     14    │      │      │      ◀──────┼──────┤      │    UpdateItem (3 ms)
     20    │      │      │      │      ◀──────┤      │    CallAndBridge (9 ms)
     23    │      │      │      │      ◀──────┼──────┤    180 Ringing
    173    │      │      │      │      ◀──────┼──────┤    200 OK: answered
    174    ◀──────┼──────┼──────┼──────┤      │      │    200 OK: answered
    490    │      │      │      │      ◀──────┼──────┤    hangs up
    510    │      │      │      │      ◆      │      │    call over, every leg down

What the caller heard on the phone
  On the phone  Please hold.

Legs
  LEG-A  +12065551111 → +16073331111 (inbound)

╭─ On the screen of who answers ──────╮
│ Caller        Ana                   │
│ Reason        billing: “my bill”    │
│ Account       AB1234 (not verified) │
│ Phone         +12065551111          │
│ Language      es-US                 │
│ Order number  A-17                  │
╰─────────────────────────────────────╯

How long it took
  context stored              4 ms
  context loaded and claimed  3 ms
  INVITE to the first answer  10 ms
  ringing                     150 ms
  INVITE to connected         164 ms
  hang-up to every leg down   20 ms

✔ Connected to the contact centre (billing) · 4 DynamoDB requests · no leg left up
`);
});

describe("the last line", () => {
  const line = (changes: Partial<CallReport>) =>
    outcomeLine({ ...connected, ...changes }, terminal, false);

  test.each<[Partial<CallReport>, string]>([
    [{}, "✔ Connected to the contact centre (billing) · 4 DynamoDB requests · no leg left up"],
    [
      { destination: { type: "pstn", to: "+12065550113" } },
      "✔ Connected to +12065550113 · 4 DynamoDB requests · no leg left up",
    ],
    [
      { destination: { type: "meeting", to: "m" } },
      "✔ Connected to an agent in a meeting · 4 DynamoDB requests · no leg left up",
    ],
    [
      { legsLeftUp: 2 },
      "✘ Connected to the contact centre (billing) · 4 DynamoDB requests · 2 left up: nobody hung them up",
    ],
    [
      { outcome: "announced" },
      "✔ Not connected: the caller heard what to do · 4 DynamoDB requests · no leg left up",
    ],
    [
      { outcome: "refused", refused: { sipCode: 403, reason: "" } },
      "✔ Refused with 403: Alexa says that the contact is not available · 4 DynamoDB requests · no leg left up",
    ],
    [
      { outcome: "silent" },
      "✘ Not connected, and the caller heard nothing · 4 DynamoDB requests · no leg left up",
    ],
    [
      { outcome: "unanswered" },
      "✔ The caller did not answer the callback · 4 DynamoDB requests · no leg left up",
    ],
    [
      { outcome: "abandoned" },
      "✔ The caller hung up before anybody answered · 4 DynamoDB requests · no leg left up",
    ],
  ])("of %j", (changes, expected) => {
    expect(line(changes)).toBe(expected);
  });

  test("says why where the SMA Lambda gave no answer, and is good only if that was asked for", () => {
    const report = {
      ...connected,
      outcome: "refused",
      refused: { sipCode: 480, reason: "" },
      lambdaFailure: "Runtime.ExitError: exit status 1",
    } as const;
    expect(outcomeLine(report, terminal, false)).toBe(
      "✘ Refused with 480: Alexa says that the contact is not available · the SMA Lambda gave no answer: Runtime.ExitError: exit status 1 · 4 DynamoDB requests · no leg left up",
    );
    expect([isGood(report, false), isGood(report, true)]).toEqual([false, true]);
  });

  test("is good unless the caller heard nothing or a leg was left up", () => {
    const good = (changes: Partial<CallReport>) => isGood({ ...connected, ...changes }, true);
    expect([good({}), good({ outcome: "silent" }), good({ legsLeftUp: 1 })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

test("what the call form calls sensitive is masked where it is stored and on the agent's screen", () => {
  const born = { birthday: { S: "1980-05-03" }, practice: { S: "lakeside" } };
  const stored = events.map((each) =>
    each.kind === "table.request" && each.from === "skill"
      ? { ...each, detail: { operation: "PutItem", input: { Item: { ...item, ...born } } } }
      : each,
  );
  const fields = [
    { id: "birthday", label: "Date of birth", sensitive: true, choices: [] },
    {
      id: "practice",
      label: "Practice",
      sensitive: false,
      choices: [{ id: "lakeside", name: "by the lake" }],
    },
  ];
  const agentSees = { ...connected.agentSees, birthday: "1980-05-03", practice: "lakeside" };
  const told = callStory({ ...connected, events: stored, fields, agentSees }, terminal).join("\n");
  expect(told).not.toContain("1980");
  expect(told).toMatch(/^ {2}birthday +••••03$/m);
  expect(told).toMatch(/│ Date of birth +••••03 +│/);
  expect(told).toMatch(/│ Practice +by the lake +│/);
});
