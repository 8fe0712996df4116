import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { plainText } from "../testing/plain-text.ts";
import { onlyThe } from "../testing/sample-deployment.ts";
import { type AlarmProperties, SimulatedAlarm } from "../testing/simulated-alarm.ts";
import { type Fault, simulatedCalls } from "../testing/simulated-calls.ts";
import { templateOf } from "../testing/synthesize.ts";

const runbook = readFileSync(new URL("../../../../docs/operations.md", import.meta.url), "utf8");

/** Of these the simulation has no values: how long something takes, a version that takes over, and canary calls. */
const notSimulated = /Slow|AnswersTakeLong|NewVersion|Canary/;

const rates = [1, 10, 600] as const;

function alarmsAt(perHour: number): ReadonlyMap<string, SimulatedAlarm> {
  const alarms = { expectedCalls: { perHour, fromHour: 13, toHour: 5 } };
  const templates = [templateOf(onlyThe("sma", { alarms })), templateOf(onlyThe("skill"))];
  const found = templates.flatMap((template) =>
    Object.values(template.findResources("AWS::CloudWatch::Alarm")),
  );
  return new Map(
    found
      .map(({ Properties }) => Properties as AlarmProperties)
      .map(
        (properties) =>
          [
            plainText(properties.AlarmName).replace(/^SkillCall-\w+-prod-/, ""),
            properties,
          ] as const,
      )
      .filter(([name]) => !notSimulated.test(name))
      .map(([name, properties]) => [name, new SimulatedAlarm(properties)]),
  );
}

const alarms = new Map([1, 10, 60, 600].map((perHour) => [perHour, alarmsAt(perHour)]));

/** Minutes until an alarm fires in one world; Infinity where none does within eleven hours. */
function minutesUntilFirstRing(
  perHour: number,
  fault: { kind: Fault; share: number },
  seed: number,
) {
  // Hours go well; then, in the afternoon of the callers, it begins.
  const fromMinute = 18 * 60;
  let until = fromMinute + 11 * 60;
  const days = until / 1440;
  const counts = simulatedCalls({ perHour, days, seed, fault: { ...fault, fromMinute } });
  let first: number | undefined;
  for (const alarm of alarms.get(perHour)?.values() ?? []) {
    first = alarm.ringsFrom(counts, fromMinute, until) ?? first;
    until = first ?? until;
  }
  return first === undefined ? Number.POSITIVE_INFINITY : first - fromMinute;
}

/** The same in so many worlds, the shortest first. */
function minutesUntilRing(perHour: number, fault: { kind: Fault; share: number }, worlds = 12) {
  const minutes = Array.from({ length: worlds }, (_, world) =>
    minutesUntilFirstRing(perHour, fault, world + 1),
  );
  return minutes.sort((a, b) => a - b);
}

test.each(rates)(
  "at %s calls an hour nothing rings in thirty days in which all is well",
  (perHour) => {
    const days = 30;
    const counts = simulatedCalls({ perHour, days, seed: perHour });
    const rung = [...(alarms.get(perHour) ?? [])].flatMap(([name, alarm]) =>
      alarm.ringsFrom(counts, 1440, days * 1440) === undefined ? [] : [name],
    );
    expect(rung).toEqual([]);
  },
);

test("at sixty calls an hour neither", () => {
  const counts = simulatedCalls({ perHour: 60, days: 30, seed: 60 });
  for (const [name, alarm] of alarms.get(60) ?? []) {
    expect([name, alarm.ringsFrom(counts, 1440, 30 * 1440)]).toEqual([name, undefined]);
  }
});

const everyFault: readonly Fault[] = [
  "fails",
  "loses contexts",
  "destinations fail",
  "cannot be started",
  "gets lost",
  "silence",
];

test.each(everyFault)(
  "at a call a minute, when every call %s, somebody knows within half an hour",
  (kind) => {
    expect(Math.max(...minutesUntilRing(60, { kind, share: 1 }))).toBeLessThanOrEqual(30);
  },
);

const halfOf = everyFault.slice(0, 4);

test.each(halfOf)("at a call a minute, when every second call %s, mostly too", (kind) => {
  expect(median(minutesUntilRing(60, { kind, share: 0.5 }))).toBeLessThanOrEqual(30);
});

test.each(["fails", "loses contexts"] as const)(
  "at a call a minute, when every tenth call %s, mostly too",
  (kind) => {
    expect(median(minutesUntilRing(60, { kind, share: 0.1 }, 100))).toBeLessThanOrEqual(30);
  },
);

test("at a call an hour a failing Lambda is known of after hours, and silence by nobody", () => {
  expect(median(minutesUntilRing(1, { kind: "fails", share: 1 }))).toBeLessThanOrEqual(120);
  expect(median(minutesUntilRing(1, { kind: "silence", share: 1 }))).toBe(Number.POSITIVE_INFINITY);
});

/** The rows of docs/operations.md. */
const told: readonly (readonly [words: string, kind: Fault, share: number])[] = [
  ["the SMA handler fails, always", "fails", 1],
  ["the SMA handler fails, one in two", "fails", 0.5],
  ["the SMA handler fails, one in ten", "fails", 0.1],
  ["contexts are lost, always", "loses contexts", 1],
  ["contexts are lost, one in two", "loses contexts", 0.5],
  ["contexts are lost, one in ten", "loses contexts", 0.1],
  ["destinations fail, always", "destinations fail", 1],
  ["destinations fail, one in two", "destinations fail", 0.5],
  ["destinations fail, one in ten", "destinations fail", 0.1],
  ["calls cannot be started, always", "cannot be started", 1],
  ["calls get lost on the way, always", "gets lost", 1],
  ["nobody calls", "silence", 1],
];

test.each(told)(
  "the runbook says how soon somebody knows at a call a minute: %s",
  (words, kind, share) => {
    const minutes = minutesUntilRing(60, { kind, share }, 100);
    const [half, most] = [median(minutes), minutes[Math.floor(minutes.length * 0.95)] ?? 0].map(
      asTold,
    );
    const row = runbook.split("\n").find((line) => line.startsWith(`| ${words} | `));
    const [, , , atSixty] = row?.split(" | ") ?? [];
    expect(atSixty).toBe(half === "–" ? half : `${half}, ${most}`);
  },
);

function asTold(minutes: number): string {
  return Number.isFinite(minutes) ? String(minutes) : "–";
}

function median(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? Number.POSITIVE_INFINITY;
}
