import { describe, expect, test } from "@jest/globals";
import type { TraceEvent } from "@skill-call/emulation/trace";
import { displayWidth } from "./display-width.ts";
import { ladder } from "./ladder.ts";
import { terminalOf } from "./terminal.ts";

function at(ms: number, from: string, to: string, label: string, durationMs?: number): TraceEvent {
  const event = { at: 1_795_424_400_000 + ms, from, to, kind: "test", label };
  return durationMs === undefined ? event : { ...event, durationMs };
}

const heads = {
  caller: "caller",
  alexa: "Alexa",
  skill: "skill",
  "call-context-table": "table",
  "pstn-audio": "PSTN",
  "sma-handler": "SMA",
  callee: "callee",
  "contact-centre": "agent",
};
const events: readonly TraceEvent[] = [
  at(0, "caller", "alexa", "“ask example support to call billing”"),
  at(2, "alexa", "skill", "IntentRequest CallIntent", 12.4),
  at(9, "skill", "call-context-table", "PutItem", 3),
  at(31, "pstn-audio", "sma-handler", "NEW_INBOUND_CALL", 8),
  at(40, "sma-handler", "pstn-audio", "CallAndBridge"),
  at(42, "pstn-audio", "pstn-audio", "LEG-B created"),
  at(1_240, "contact-centre", "alexa", "hangs up"),
];

const plain = (columns: number) => terminalOf({ columns }, {});

describe("a ladder", () => {
  test("has a lifeline for each party that takes part and an arrow for each event", () => {
    expect(`\n${ladder(events, heads, plain(110)).join("\n")}\n`).toBe(`
        caller    Alexa    skill    table    PSTN      SMA     agent
    0     ├────────▶        │        │        │        │        │     “ask example support to call billing”
    2     │        ├────────▶        │        │        │        │     IntentRequest CallIntent (12 ms)
    9     │        │        ├────────▶        │        │        │     PutItem (3 ms)
   31     │        │        │        │        ├────────▶        │     NEW_INBOUND_CALL (8 ms)
   40     │        │        │        │        ◀────────┤        │     CallAndBridge
   42     │        │        │        │        ◆        │        │     LEG-B created
 1240     │        ◀────────┼────────┼────────┼────────┼────────┤     hangs up
`);
  });

  test("is empty without events", () => {
    expect(ladder([], heads, plain(100))).toEqual([]);
  });

  test.each([60, 80, 100, 132, 200])("fits %i columns", (columns) => {
    const widest = Math.max(...ladder(events, heads, plain(columns)).map(displayWidth));
    expect(widest).toBeLessThanOrEqual(columns);
  });

  test("has colours where they are wanted, and the same text under them", () => {
    const colourful = terminalOf({ columns: 100, isTTY: true }, {});
    const lines = ladder(events, heads, colourful);
    expect(lines.join("\n")).toContain("\u001b[");
    expect(lines.map(displayWidth)).toEqual(ladder(events, heads, plain(100)).map(displayWidth));
  });
});
