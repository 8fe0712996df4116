import { describe, expect, test } from "@jest/globals";
import { box } from "./box.ts";
import { factLines } from "./facts.ts";
import { maskedId, maskedNumber } from "./masked.ts";
import { terminalOf } from "./terminal.ts";
import { transcript } from "./transcript.ts";

const plain = (columns: number) => terminalOf({ columns }, {});

describe("a box", () => {
  test("is as wide as its content", () => {
    expect(
      `\n${box("What the agent sees", ["Ana", "billing, in Spanish"], plain(100)).join("\n")}\n`,
    ).toBe(`
╭─ What the agent sees ─╮
│ Ana                   │
│ billing, in Spanish   │
╰───────────────────────╯
`);
  });

  test("wraps what does not fit the terminal", () => {
    const long = "the invoice of last month is wrong and the one before it was wrong too";
    expect(`\n${box("Notice", [long], plain(60)).join("\n")}\n`).toBe(`
╭─ Notice ─────────────────────────────────────────────────╮
│ the invoice of last month is wrong and the one before it │
│ was wrong too                                            │
╰──────────────────────────────────────────────────────────╯
`);
  });
});

test("facts stand in two columns, without those that are not known", () => {
  const facts = factLines(
    [
      ["name", "Ana"],
      ["account", undefined],
      ["in her own words", "my bill is wrong"],
      ["verified", false],
    ],
    28,
  );
  expect(facts).toEqual([
    "name              Ana",
    "in her own words  my bill is",
    "                  wrong",
    "verified          false",
  ]);
});

test("a transcript says who said what, and wraps long sentences", () => {
  const sayings = [
    { speaker: "caller", text: "ask example support to call billing" },
    {
      speaker: "alexa",
      text: "Welcome to Example Support. Who shall I say is calling? You can just say your first name.",
    },
    { speaker: "call", text: "Sorry." },
  ] as const;
  expect(`\n${transcript(sayings, plain(60)).join("\n")}\n`).toBe(`
Caller        ask example support to call billing
Alexa         Welcome to Example Support. Who shall I say
              is calling? You can just say your first
              name.
On the phone  Sorry.
`);
});

test.each([
  ["+12045551111", "+1204•••••11"],
  ["anonymous", "•••••••••"],
])("of the number %s shows %s", (number, shown) => {
  expect(maskedNumber(number)).toBe(shown);
});

test.each([
  ["AB1234", "••••34"],
  ["1234", "••••"],
  ["a27d398e1bcd87071cb514c3a390defb", "••••fb"],
])("of the ID %j shows %j", (id, shown) => {
  expect(maskedId(id)).toBe(shown);
});

describe("colours", () => {
  test.each([
    ["on a terminal", { isTTY: true }, {}, true],
    ["not in a file", {}, {}, false],
    ["not with NO_COLOR", { isTTY: true }, { NO_COLOR: "1" }, false],
    ["not on a dumb terminal", { isTTY: true }, { TERM: "dumb" }, false],
    ["in a file with FORCE_COLOR", {}, { FORCE_COLOR: "1" }, true],
    ["not with FORCE_COLOR=0", { isTTY: true }, { FORCE_COLOR: "0" }, false],
    ["not with NO_COLOR and FORCE_COLOR", {}, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
  ])("show %s", (_, stream, env, shows) => {
    expect(terminalOf(stream, env).colors.isColorSupported).toBe(shows);
  });
});

test.each([
  [{ columns: 132 }, {}, 132],
  [{ columns: 20 }, {}, 60],
  [{}, { COLUMNS: "90" }, 90],
  [{}, { COLUMNS: "wide" }, 100],
])("a stream %j with %j is %i columns wide", (stream, env, width) => {
  expect(terminalOf(stream, env).width).toBe(width);
});
