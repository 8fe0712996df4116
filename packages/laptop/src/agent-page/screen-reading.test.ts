import { expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import { ScreenReading } from "./screen-reading.ts";

const screen = { known: true, contextId: "abc" };

function reading(...how: Parameters<ScreenReading["read"]>) {
  const clock = createManualClock();
  const desk = new ScreenReading(clock);
  let isRead = false;
  void desk.read(...how).then(() => {
    isRead = true;
  });
  return { clock, desk, isRead: () => isRead };
}

test.each(["contact-centre", "meeting"] as const)(
  "the agent (%s) reads for a while once the page shows the context, and not before",
  async (by) => {
    const { clock, desk, isRead } = reading(screen, by);
    desk.shows("another");
    await clock.elapse(14_000);
    desk.shows("abc");
    await clock.elapse(1_900);
    expect(isRead()).toBe(false);
    await clock.elapse(100);
    expect(isRead()).toBe(true);
  },
);

test("a page that does not come keeps no caller waiting for ever", async () => {
  const { clock, isRead } = reading(screen, "contact-centre");
  await clock.elapse(16_900);
  expect(isRead()).toBe(false);
  await clock.elapse(100);
  expect(isRead()).toBe(true);
});

test("a page that was there first is not waited for", async () => {
  const clock = createManualClock();
  const desk = new ScreenReading(clock);
  desk.shows("abc");
  let isRead = false;
  void desk.read(screen, "contact-centre").then(() => {
    isRead = true;
  });
  await clock.elapse(2_000);
  expect(isRead).toBe(true);
});

test.each([
  ["no context", { known: false }, "contact-centre"],
  ["a phone, which shows no page", screen, "phone"],
  ["the caller's own phone", {}, "caller"],
] as const)("%s is only read", async (_, shown, by) => {
  const { clock, isRead } = reading(shown, by);
  await clock.elapse(2_000);
  expect(isRead()).toBe(true);
});

test("nobody reads on when all ends", async () => {
  const { clock, desk, isRead } = reading(screen, "contact-centre");
  await desk.close();
  await clock.elapse(0);
  expect(isRead()).toBe(true);
});
