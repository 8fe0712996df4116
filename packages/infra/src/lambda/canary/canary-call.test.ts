import { expect, test } from "@jest/globals";
import type { CallStatus } from "@skill-call/call-context";
import { type CanaryPorts, canaryCall } from "./canary-call.ts";

/** A call whose context has these statuses, one after the other, each time that somebody looks. */
function callOf(statuses: readonly CallStatus[], changes: Partial<CanaryPorts> = {}) {
  const done: string[] = [];
  let looks = 0;
  const ports: CanaryPorts = {
    createContext: async () => void done.push("create"),
    removeContext: async () => void done.push("remove"),
    ring: async (phoneNumber) => void done.push(`ring ${phoneNumber}`),
    sleep: async (milliseconds) => {
      waitedMs += milliseconds;
    },
    status: async () => {
      looks += 1;
      return statuses[Math.min(looks, statuses.length) - 1] ?? "created";
    },
    ...changes,
  };
  waitedMs = 0;
  return { ports, done };
}

let waitedMs = 0;

test("a call that is claimed and closed at its far end came through, and leaves nothing behind", async () => {
  const { ports, done } = callOf(["created", "created", "claimed", "failed"]);
  expect(await canaryCall("+16073331111", ports)).toBe("over");
  expect(done).toEqual(["create", "ring +16073331111", "remove"]);
  expect(waitedMs).toBe(3_000);
});

test.each<[string, CallStatus]>([
  ["does not arrive", "created"],
  ["does not end", "claimed"],
  ["is put through to somebody", "connected"],
  ["was put through to somebody", "ended"],
])("one that %s says how far it came, when a minute is nearly over", async (_, status) => {
  const { ports, done } = callOf([status]);
  expect(await canaryCall("+16073331111", ports)).toBe(status);
  expect(done.at(-1)).toBe("remove");
  expect(waitedMs).toBe(39_000);
});

test.each(["ring", "status"] as const)(
  "where %s fails the context goes all the same",
  async (port) => {
    const refused = new Error("refused");
    const { ports, done } = callOf(["created"], { [port]: () => Promise.reject(refused) });
    await expect(canaryCall("+16073331111", ports)).rejects.toBe(refused);
    expect(done.at(-1)).toBe("remove");
  },
);
