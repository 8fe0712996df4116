import { expect, test } from "@jest/globals";
import { PassedKeys } from "./passed-keys.ts";

/** Each packet as `digit duration`, with `!` where it tells that the key is up. */
function packets(keys: PassedKeys, count: number): (string | undefined)[] {
  return Array.from({ length: count }, () => {
    const frame = keys.next();
    if (frame?.type !== "event") return undefined;
    const { digit, duration, end } = frame.event;
    return `${digit} ${duration}${end ? "!" : ""} ${frame.age}`;
  });
}

test("a key is pressed for as long as it is heard, and its end is told three times", () => {
  const keys = new PassedKeys();
  keys.hear({ digit: "5", first: true, up: false });
  expect(packets(keys, 2)).toEqual(["5 160 0", "5 320 1"]);
  keys.hear({ digit: "5", first: false, up: false });
  expect(packets(keys, 1)).toEqual(["5 480 2"]);
  keys.hear({ digit: "5", first: false, up: true });
  expect(packets(keys, 4)).toEqual(["5 640! 3", "5 640! 4", "5 640! 5", undefined]);
});

test("a key of which only the end is heard is pressed for 40 ms", () => {
  const keys = new PassedKeys();
  keys.hear({ digit: "#", first: true, up: true });
  expect(packets(keys, 5)).toEqual(["# 160 0", "# 320! 1", "# 320! 2", "# 320! 3", undefined]);
});

test("a key whose end is lost comes up after 200 ms", () => {
  const keys = new PassedKeys();
  keys.hear({ digit: "1", first: true, up: false });
  const told = packets(keys, 20);
  expect(told.filter((packet) => packet?.includes("!"))).toHaveLength(3);
  expect(told.at(9)).toBe("1 1600 9");
  expect(told.at(10)).toBe("1 1760! 10");
  expect(told.at(13)).toBeUndefined();
});

test("keys that follow fast are pressed one after the other, the same one too", () => {
  const keys = new PassedKeys();
  for (const digit of ["1", "1", "2"]) {
    keys.hear({ digit, first: true, up: false });
    keys.hear({ digit, first: false, up: true });
  }
  const told = packets(keys, 20).flatMap((packet) => (packet?.endsWith(" 0") ? packet : []));
  expect(told).toEqual(["1 160 0", "1 160 0", "2 160 0"]);
});
