import { expect, test } from "@jest/globals";
import { FarAddress } from "./far-address.ts";

const told = { host: "192.0.2.1", port: 4000 };
const router = { host: "198.51.100.7", port: 31_000 };
const fork = { host: "192.0.2.2", port: 5000 };
const at = ({ host, port }: { host: string; port: number } = { host: "", port: 0 }) =>
  `${host}:${port}`;

function farEnd() {
  const far = new FarAddress();
  far.tell(told);
  return far;
}

test("until it is heard, the far end is where it says", () => {
  expect(at(farEnd().current)).toBe(at(told));
});

test("once it is heard, the far end is where its packets come from", () => {
  const far = farEnd();
  expect(far.hear(router, 0)).toBe(true);
  expect(at(far.current)).toBe(at(router));
});

test("a second sender is not heard while the first one goes on", () => {
  const far = farEnd();
  far.hear(router, 0);
  expect(far.hear(fork, 20)).toBe(false);
  expect(far.hear(router, 40)).toBe(true);
  expect(far.hear(fork, 1040)).toBe(false);
  expect(at(far.current)).toBe(at(router));
});

test("a sender at the very address that was told is the far end, whoever was heard before", () => {
  const far = farEnd();
  far.hear(fork, 0);
  expect(far.hear(told, 20)).toBe(true);
  expect(far.hear(fork, 40)).toBe(false);
});

test("when the far end has been still for a second, whoever speaks is it: its router may have changed ports", () => {
  const far = farEnd();
  far.hear(router, 0);
  expect(far.hear({ ...router, port: 31_002 }, 1001)).toBe(true);
  expect(at(far.current)).toBe("198.51.100.7:31002");
});

test("a description with another address begins anew, one with the same does not", () => {
  const far = farEnd();
  far.hear(router, 0);
  far.tell(told);
  expect(at(far.current)).toBe(at(router));
  far.tell(fork);
  expect(at(far.current)).toBe(at(fork));
  expect(far.hear(told, 10)).toBe(true);
});
