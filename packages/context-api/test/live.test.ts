import { expect, test } from "@jest/globals";
import { Desk } from "./support/desk.ts";
import { sampleContext } from "./support/sample-context.ts";

const token = "call-context:read";
const pace = { everyMs: 1000, forMs: 60_000 };

function eventsOf(text: string) {
  return text
    .split("\n\n")
    .filter((block) => block.includes("event: "))
    .map((block) => {
      const fields = block.split("\n").map((line) => {
        const colon = line.indexOf(": ");
        return [line.slice(0, colon), line.slice(colon + 2)];
      });
      const { id, event, data } = Object.fromEntries(fields);
      return { id, event, data: JSON.parse(data) };
    });
}

async function follow(desk: Desk, contextId: string) {
  const response = await desk.ask(`/v1/contexts/${contextId}/events`, { token });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  return eventsOf(await desk.clock.runUntil(response.text()));
}

test("a followed call is told at once and whenever it changes, until it ends", async () => {
  const desk = new Desk({ pace });
  const { contextId } = await desk.store.create(sampleContext);
  const happenings = [
    () => {},
    () => desk.store.claim(contextId, "call-1"),
    () => {},
    () => desk.store.addNote(contextId, { id: "n1", text: "Gold" }),
    () => desk.store.advance(contextId, "ended"),
    () => desk.store.addNote(contextId, { id: "n2", text: "Too late" }),
  ];
  desk.clock.onJump = async () => void (await happenings.shift()?.());
  const events = await follow(desk, contextId);
  const told = events.map(({ event, data: { context, timeline } }) => [
    event,
    context.status,
    timeline.entries.length,
  ]);
  expect(told).toEqual([
    ["context", "created", 1],
    ["context", "claimed", 2],
    ["context", "claimed", 3],
    ["context", "ended", 4],
  ]);
  expect(events[0]?.data.context.accountId).toBe("••••1-Q");
});

test("a stream ends after a minute, so that the token is asked for anew", async () => {
  const desk = new Desk({ pace });
  const { contextId } = await desk.store.create(sampleContext);
  const start = desk.clock.now();
  expect(await follow(desk, contextId)).toHaveLength(1);
  expect(desk.clock.now() - start).toBe(59_000);
});

test("a stream ends when the token does", async () => {
  const start = Date.UTC(2026, 10, 23, 9);
  const desk = new Desk({ pace, provedUntil: start + 10_000 });
  const { contextId } = await desk.store.create(sampleContext);
  await follow(desk, contextId);
  expect(desk.clock.now() - start).toBeLessThan(10_000);
});

test("a stream without news says each quarter of a minute that it is alive", async () => {
  const desk = new Desk({ pace });
  const { contextId } = await desk.store.create(sampleContext);
  const response = await desk.ask(`/v1/contexts/${contextId}/events`, { token });
  const text = await desk.clock.runUntil(response.text());
  expect(text.match(/^:$/gm)).toHaveLength(3);
  expect(eventsOf(text)).toHaveLength(1);
});

test("a stream whose store fails ends, and the log says why without the caller's name", async () => {
  const code = "call-context.store-unavailable";
  const desk = new Desk({ pace });
  const { contextId } = await desk.store.create(sampleContext);
  desk.clock.onJump = () => {
    desk.store.history = () => Promise.reject(Object.assign(new Error("Joséphine"), { code }));
  };
  expect(await follow(desk, contextId)).toHaveLength(1);
  expect(desk.log).toContain('"message":"stream.failed","code":"context-api.unavailable"');
  expect(desk.log).not.toContain("Joséphine");
});

test("a context that expires meanwhile is gone", async () => {
  const desk = new Desk({ pace });
  const { contextId } = await desk.store.create(sampleContext);
  desk.clock.onJump = () => desk.clock.advance(3_600_000);
  const events = await follow(desk, contextId);
  expect(events.map(({ event }) => event)).toEqual(["context", "gone"]);
});

test("a Lambda answers how things are now, and when to ask again", async () => {
  const desk = new Desk();
  const { contextId } = await desk.store.create(sampleContext);
  const response = await desk.ask(`/v1/contexts/${contextId}/events`, { token });
  const text = await response.text();
  expect(text).toMatch(/^retry: 2000\n\nid: [\w-]{22}\nevent: context\ndata: /);
  expect(eventsOf(text)).toHaveLength(1);
});

test("who goes away is not followed on", async () => {
  const desk = new Desk({ pace });
  const { contextId } = await desk.store.create(sampleContext);
  const response = await desk.ask(`/v1/contexts/${contextId}/events`, { token });
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  await new Promise((resolve) => setImmediate(resolve));
  expect(desk.clock.waiting).toBe(0);
});

test("who has read the end of a call and asks again is told that nothing more will come", async () => {
  const desk = new Desk({ pace });
  const { contextId } = await desk.store.create(sampleContext);
  await desk.store.claim(contextId, "call-1");
  await desk.store.advance(contextId, "ended");
  const [last] = await follow(desk, contextId);
  const again = (lastEventId: string) =>
    desk.ask(`/v1/contexts/${contextId}/events`, {
      token,
      headers: { "last-event-id": lastEventId },
    });
  expect((await again(last?.id)).status).toBe(204);
  expect((await again("another")).status).toBe(200);
  // A note that came later is news once more.
  await desk.store.addNote(contextId, { id: "n1", text: "Called back" });
  expect(eventsOf(await (await again(last?.id)).text())).toHaveLength(1);
});

test("what was read before is not sent again, and the stream says at once that it is alive", async () => {
  const desk = new Desk();
  const { contextId } = await desk.store.create(sampleContext);
  const [first] = await follow(desk, contextId);
  const headers = { "last-event-id": first?.id };
  const again = await desk.ask(`/v1/contexts/${contextId}/events`, { token, headers });
  expect(await again.text()).toBe("retry: 2000\n\n:\n\n");
});

test("a caller may have so many streams at once, and another one when one of them has ended", async () => {
  const desk = new Desk({ pace, streams: { perCaller: 2, altogether: 10 } });
  const { contextId } = await desk.store.create(sampleContext);
  const open = () => desk.ask(`/v1/contexts/${contextId}/events`, { token });
  // One that nobody reads is none yet.
  await open();
  const readers = [];
  for (let stream = 0; stream < 2; stream += 1) {
    const reader = (await open()).body?.getReader();
    // The retry time, and then the first event.
    await reader?.read();
    await reader?.read();
    readers.push(reader);
  }
  const refused = await open();
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "2"]);
  await readers[0]?.cancel();
  expect((await open()).status).toBe(200);
  await readers[1]?.cancel();
});
