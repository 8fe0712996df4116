import { expect, test } from "@jest/globals";
import { isOpen } from "./is-open.ts";

const hours = {
  timeZone: "America/Winnipeg",
  open: [
    { days: ["monday", "tuesday"], from: "08:30", to: "17:00" },
    { days: ["saturday"], from: "10:00", to: "24:00" },
  ],
} as const;

// Winnipeg is six hours behind UTC in winter, five in summer.
test.each([
  ["2026-01-05T14:29:00Z", false],
  ["2026-01-05T14:30:00Z", true],
  ["2026-01-05T22:59:00Z", true],
  ["2026-01-05T23:00:00Z", false],
  ["2026-07-06T13:30:00Z", true],
  ["2026-01-07T18:00:00Z", false],
  ["2026-01-11T05:59:00Z", true],
  ["2026-01-11T06:00:00Z", false],
])("at %s somebody answers: %s", (instant, open) => {
  expect(isOpen(hours, new Date(instant))).toBe(open);
});

test("without hours somebody always answers", () => {
  expect(isOpen(undefined, new Date(0))).toBe(true);
});
