import { expect, test } from "@jest/globals";
import { PassedAudio } from "./passed-audio.ts";

const frame = (position: number, length = 160, value = position / 160 + 1) => ({
  position,
  samples: new Int16Array(length).fill(value),
});
const firstOf = (packet: Int16Array | undefined) => packet?.[0];

test("sound is handed out in packets, once there is enough to be late for", () => {
  const passed = new PassedAudio();
  passed.add(frame(0));
  expect(passed.next()).toBeUndefined();
  passed.add(frame(160));
  expect([passed.next(), passed.next(), passed.next()].map(firstOf)).toEqual([1, 2, undefined]);
});

test("after a hole it is waited for again", () => {
  const passed = new PassedAudio();
  for (const at of [0, 160]) passed.add(frame(at));
  for (let i = 0; i < 3; i += 1) passed.next();
  passed.add(frame(8000));
  expect(passed.next()).toBeUndefined();
  passed.add(frame(8160));
  expect(firstOf(passed.next())).toBe(51);
});

test("what comes out of order is put in order; what comes twice or too late is dropped", () => {
  const passed = new PassedAudio();
  for (const at of [160, 0, 480, 320, 320]) passed.add(frame(at));
  expect([passed.next(), passed.next()].map(firstOf)).toEqual([1, 2]);
  passed.add(frame(160));
  expect([passed.next(), passed.next(), passed.next()].map(firstOf)).toEqual([3, 4, undefined]);
});

test.each([80, 240, 480])("frames of %i samples become packets of 160", (length) => {
  const passed = new PassedAudio();
  for (let i = 0; i * length < 960; i += 1) passed.add(frame(i * length, length, i + 1));
  const packets = Array.from({ length: 6 }, () => passed.next() ?? new Int16Array(0));
  expect(packets.map((packet) => packet.length)).toEqual([160, 160, 160, 160, 160, 160]);
  const all = packets.flatMap((packet) => [...packet]);
  expect(all).toEqual(Array.from({ length: 960 }, (_, i) => Math.floor(i / length) + 1));
});

test("no more than 200 ms are kept: the oldest goes", () => {
  const passed = new PassedAudio();
  for (let i = 0; i < 50; i += 1) passed.add(frame(i * 160));
  const packets = Array.from({ length: 50 }, () => firstOf(passed.next()));
  expect(packets.filter((first) => first !== undefined)).toEqual([
    41, 42, 43, 44, 45, 46, 47, 48, 49, 50,
  ]);
});
