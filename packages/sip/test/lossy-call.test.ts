import { expect, test } from "@jest/globals";
import { type InboundCall, type OutboundCall, sdpBody } from "../src/index.ts";
import type { Passage } from "./support/memory-network.ts";
import { type Diary, twoAgents } from "./support/two-agents.ts";

/** A way that a call can go. */
interface Story {
  readonly name: string;
  readonly callee: (call: InboundCall) => void;
  /** What the caller does, by the events of its call. */
  readonly caller: (call: OutboundCall) => void;
  /** The diaries without what a lost message may keep from somebody: provisional responses. */
  readonly ends: Diary;
}

const answered = (call: InboundCall) => {
  call.ring();
  void call.answer({ body: sdpBody("answer") });
};
const waits = () => {};
const hangsUpOnceAnswered = (call: OutboundCall) => call.on("answered", () => void call.bye());

const stories: readonly Story[] = [
  {
    name: "answered, and hung up by the caller",
    callee: answered,
    caller: hangsUpOnceAnswered,
    ends: {
      caller: ["answered answer", "ended by us: bye"],
      callee: ["invited", "ended by peer: bye"],
    },
  },
  {
    name: "answered, and hung up by the callee",
    callee: (call) => {
      call.ring();
      void call.answer({ body: sdpBody("answer") }).then(() => call.bye());
    },
    caller: waits,
    ends: {
      caller: ["answered answer", "ended by peer: bye"],
      callee: ["invited", "ended by us: bye"],
    },
  },
  {
    name: "refused",
    callee: (call) => void call.reject(486),
    caller: waits,
    ends: { caller: ["failed 486: response"], callee: ["invited"] },
  },
  {
    name: "cancelled while it rings",
    callee: (call) => void call.ring(),
    caller: (call) => void call.cancel(),
    ends: { caller: ["failed 487: response"], callee: ["invited", "cancelled"] },
  },
  {
    name: "put on hold by the caller, and hung up",
    callee: (call) => {
      call.on("reinvite", (reinvite) => void reinvite.answer({ body: sdpBody("held") }));
      answered(call);
    },
    caller: (call) =>
      call.on("answered", async () => {
        const { status } = await call.reinvite({ body: sdpBody("hold") });
        call.bye({ headers: [{ name: "X-Hold", value: String(status) }] });
      }),
    ends: {
      caller: ["answered answer", "ended by us: bye"],
      callee: ["invited", "ended by peer: bye"],
    },
  },
  {
    name: "answered with an offer, and acknowledged with the answer",
    callee: (call) => {
      call.on("reinvite", async (reinvite) => {
        const { body } = await reinvite.answer({ body: sdpBody("offer back") });
        if (String(body?.content) === "agreed") call.bye();
      });
      answered(call);
    },
    caller: (call) =>
      call.on("answered", async () => (await call.reinvite()).acknowledge(sdpBody("agreed"))),
    ends: {
      caller: ["answered answer", "ended by peer: bye"],
      callee: ["invited", "ended by us: bye"],
    },
  },
  {
    name: "pressed a key in, and hung up",
    callee: (call) => {
      call.on("info", (info) => void info.respond(200));
      answered(call);
    },
    caller: (call) =>
      call.on("answered", async () => {
        const { status } = await call.info({
          body: { contentType: "application/dtmf-relay", content: Buffer.from("Signal=1") },
        });
        if (status === 200) call.bye();
      }),
    ends: {
      caller: ["answered answer", "ended by us: bye"],
      callee: ["invited", "ended by peer: bye"],
    },
  },
];

const longerThanAnyTimerMs = 200_000;

async function play({ callee, caller }: Story, loses: (passage: Passage) => boolean) {
  const agents = twoAgents({ onInvite: callee, loses });
  caller(agents.call());
  await agents.clock.advance(longerThanAnyTimerMs);
  return agents;
}

function withoutProvisionals({ caller, callee }: Diary): Diary {
  return { caller: caller.filter((entry) => !/^\d+$/.test(entry)), callee };
}

test.each(stories)("a call that is $name needs every message once", async (story) => {
  const { diary, network } = await play(story, () => false);
  expect(withoutProvisionals(diary)).toEqual(story.ends);
  expect(new Set(network.passages.map(({ text }) => text)).size).toBe(network.passages.length);
});

test.each(stories)("a call that is $name survives the loss of any one message", async (story) => {
  const { network } = await play(story, () => false);
  for (const { index } of network.passages) {
    const lossy = await play(story, (passage) => passage.index === index);
    expect({ index, ...withoutProvisionals(lossy.diary) }).toEqual({ index, ...story.ends });
  }
});

test.each(stories)("a call that is $name survives the loss of any two messages", async (story) => {
  const { network } = await play(story, () => false);
  const indexes = network.passages.map(({ index }) => index);
  for (const first of indexes) {
    for (const second of indexes.slice(first + 1)) {
      const lost = [first, second];
      const lossy = await play(story, ({ index }) => lost.includes(index));
      expect({ lost, ...withoutProvisionals(lossy.diary) }).toEqual({ lost, ...story.ends });
    }
  }
});

test.each(stories)("nothing is left of a call that was $name, whatever was lost", async (story) => {
  const { network } = await play(story, () => false);
  for (const { index } of network.passages) {
    const { caller, callee, clock } = await play(story, (passage) => passage.index === index);
    const nothing = { calls: 0, transactions: 0 };
    expect([index, caller.live(), callee.live(), clock.waiting]).toEqual([
      index,
      nothing,
      nothing,
      0,
    ]);
  }
});
