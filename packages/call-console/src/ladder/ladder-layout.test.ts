import { expect, test } from "@jest/globals";
import type { TraceEvent } from "@skill-call/emulation/trace";
import { anyCharacter } from "@skill-call/test-peers/any-character";
import fc from "fast-check";
import { ladderLayout } from "./ladder-layout.ts";

const asked: TraceEvent = {
  at: 1_000,
  from: "caller",
  to: "alexa",
  kind: "caller.utterance",
  label: "“yes”",
};
const stored: TraceEvent = {
  at: 1_012,
  from: "skill",
  to: "call-context-table",
  kind: "table.request",
  label: "PutItem",
  durationMs: 4.4,
  detail: { outcome: "ok" },
};
const over: TraceEvent = {
  at: 4_512,
  from: "pstn-audio",
  to: "pstn-audio",
  kind: "call.over",
  label: "call over",
};

test("a lane stands for each party that takes part, in the order of the way of a call", () => {
  const { lanes } = ladderLayout([over, stored, asked]);
  expect(lanes.map(({ name }) => name)).toEqual([
    "Caller",
    "Alexa",
    "Skill",
    "Store",
    "PSTN Audio",
  ]);
  expect(lanes.map(({ x }) => x)).toEqual([110, 214, 318, 422, 526]);
});

test("an arrow goes from lane to lane, with its time since the first and how long it took", () => {
  const { rows } = ladderLayout([asked, stored]);
  expect(rows[1]).toMatchObject({
    index: 1,
    fromX: 318,
    toX: 422,
    tone: "store",
    label: "PutItem · 4 ms",
    time: "12 ms",
    who: "Skill to Store",
  });
});

test("lanes are as narrow or wide as their room, within reason", () => {
  const lanesIn = (room: number) => ladderLayout([asked, stored], room);
  expect(lanesIn(458)).toMatchObject({ width: 458, pitch: 100 });
  expect(lanesIn(100).pitch).toBe(58);
  expect(lanesIn(2000).pitch).toBe(200);
});

test("where there is no Alexa, it is no skill that uses the voice API", () => {
  const order: TraceEvent = { ...over, from: "skill", kind: "voice.request" };
  expect(ladderLayout([order]).rows[0]?.who).toBe("API client to PSTN Audio");
});

test("what a party does by itself is a mark, and a time in which nothing happens is told", () => {
  const { rows, pauses } = ladderLayout([asked, stored, over]);
  expect(rows[2]?.fromX).toBe(rows[2]?.toX);
  expect(rows[2]?.who).toBe("PSTN Audio");
  expect(pauses.map(({ label }) => label)).toEqual(["3500 ms later"]);
});

test.each([
  ["a request that the store did not answer", { ...stored, detail: { outcome: "throttled" } }],
  ["an API's refusal", { ...stored, kind: "alexa.api", detail: { answer: { status: 403 } } }],
  ["an injected fault", { ...stored, kind: "alexa.api", detail: { fault: { kind: "hang" } } }],
  ["a refused call", { ...over, kind: "call.refused" }],
])("%s is trouble, in colour and in words", (_, event) => {
  const [row] = ladderLayout([event]).rows;
  expect(row?.tone).toBe("trouble");
  expect(row?.label).toMatch(/^⚠ /);
});

test("a lane that nobody here knows stands at the right, under its own name", () => {
  const lanes = ladderLayout([{ ...over, from: "queue", to: "pstn-audio" }, asked]).lanes;
  expect(lanes.map(({ name }) => name)).toEqual(["Caller", "Alexa", "PSTN Audio", "queue"]);
});

test("without events there is nothing to draw", () => {
  expect(ladderLayout([])).toMatchObject({ lanes: [], rows: [], pauses: [] });
});

test("whatever happens, rows go down, arrows stay in the picture and labels are short", () => {
  const event = fc.record({
    at: fc.integer({ min: 0, max: 1e13 }),
    from: fc.constantFrom("caller", "alexa", "skill", "pstn-audio", "callee", "whoever"),
    to: fc.constantFrom("caller", "alexa", "skill", "pstn-audio", "callee", "whoever"),
    kind: fc.string(),
    label: fc.string({ unit: anyCharacter }),
  });
  fc.assert(
    fc.property(fc.array(event), fc.option(fc.nat(3000), { nil: undefined }), (events, room) => {
      const { rows, width, height } = ladderLayout(events, room);
      expect(rows).toHaveLength(events.length);
      let last = 0;
      for (const { y, fromX, toX, label } of rows) {
        expect(y).toBeGreaterThan(last);
        last = y;
        for (const x of [fromX, toX]) expect(x > 0 && x < width).toBe(true);
        expect([...label].length).toBeLessThanOrEqual(64);
      }
      expect(height).toBeGreaterThan(last);
    }),
  );
});
