import { expect, test } from "@jest/globals";
import { createUserAgent, type InboundCall, sdpBody, type UserAgent } from "../src/index.ts";
import { backToBack } from "./support/back-to-back.ts";
import { manualClock } from "./support/manual-clock.ts";
import { MemoryNetwork, type Passage } from "./support/memory-network.ts";

const talkMs = 20_000;
const longerThanAnyTimerMs = 300_000;
const target = (port: number) => `sip:someone@192.0.2.1:${port}`;

/** A caller at 5061, a bridge at 5062 and a callee at 5063. */
function bridged(onInvite: (call: InboundCall) => void, loses?: (passage: Passage) => boolean) {
  const clock = manualClock();
  const network = new MemoryNetwork(clock, loses);
  const agent = (port: number, answer: (call: InboundCall) => void): UserAgent =>
    createUserAgent({ transports: [network.transport(port)], clock, onInvite: answer });
  const caller = agent(5061, () => {});
  const bridge: UserAgent = agent(
    5062,
    backToBack(() => bridge, target(5063)),
  );
  const callee = agent(5063, onInvite);
  return { clock, network, caller, agents: [caller, bridge, callee] };
}

/** A call through the bridge that is answered, put on hold and hung up; what caller and callee saw of it. */
async function heldCall(offer: string | undefined, loses?: (passage: Passage) => boolean) {
  const seen: string[] = [];
  const { clock, network, caller, agents } = bridged(async (call) => {
    seen.push(`invited ${call.body?.content} ${call.headers.get("X-Context")} ${call.maxForwards}`);
    call.on("reinvite", (reinvite) => void reinvite.answer({ body: sdpBody("held") }));
    call.on("ended", ({ by }) => seen.push(`callee: ended by ${by}`));
    call.ring();
    const { body } = await call.answer({ body: sdpBody("answer") });
    if (body) seen.push(`acknowledged ${body.content}`);
  }, loses);
  const call = caller.invite({
    target: target(5062),
    from: "sip:alice@example.com",
    headers: [{ name: "X-Context", value: "c1" }],
    body: offer === undefined ? undefined : sdpBody(offer),
  });
  call.on("answered", (answer) => {
    seen.push(`answered ${answer.body?.content}`);
    if (offer === undefined) answer.acknowledge(sdpBody("late"));
    clock.after(talkMs, async () => {
      const held = await call.reinvite({ body: sdpBody("hold") });
      seen.push(`hold: ${held.status} ${held.body?.content}`);
      call.bye();
    });
  });
  call.on("ended", ({ by }) => seen.push(`caller: ended by ${by}`));
  await clock.advance(longerThanAnyTimerMs);
  return { seen: seen.sort(), network, agents, clock };
}

const sorted = (...lines: string[]) => lines.sort();

test("a call through a back-to-back user agent is set up, put on hold and hung up", async () => {
  const { seen } = await heldCall("offer");
  expect(seen).toEqual(
    sorted(
      "invited offer c1 69",
      "answered answer",
      "hold: 200 held",
      "caller: ended by us",
      "callee: ended by peer",
    ),
  );
});

test("a call without an offer gets its answer through with the ACK", async () => {
  const { seen } = await heldCall(undefined);
  expect(seen).toContain("acknowledged late");
});

test.each(["offer", undefined])(
  "a bridged call with %s survives the loss of any one message",
  async (offer) => {
    const { network, seen } = await heldCall(offer);
    for (const { index } of network.passages) {
      const lossy = await heldCall(offer, (passage) => passage.index === index);
      const left = lossy.agents.map((agent) => agent.live());
      expect({ index, seen: lossy.seen, left, timers: lossy.clock.waiting }).toEqual({
        index,
        seen,
        left: Array(3).fill({ calls: 0, transactions: 0 }),
        timers: 0,
      });
    }
  },
);

test("a caller who gives up takes the far leg down too", async () => {
  const seen: string[] = [];
  const { clock, caller, agents } = bridged((call) => {
    call.ring();
    call.on("cancelled", () => seen.push("cancelled"));
  });
  const call = caller.invite({ target: target(5062), from: "sip:alice@example.com" });
  call.on("provisional", () => void call.cancel());
  call.on("failed", ({ status }) => seen.push(`failed ${status}`));
  await clock.advance(longerThanAnyTimerMs);
  expect(seen.sort()).toEqual(["cancelled", "failed 487"]);
  expect(agents.map((agent) => agent.live())).toEqual(Array(3).fill({ calls: 0, transactions: 0 }));
});

test("a call that is passed round in circles comes to an end", async () => {
  const clock = manualClock();
  const network = new MemoryNetwork(clock);
  const caller = createUserAgent({
    transports: [network.transport(5061)],
    clock,
    onInvite: () => {},
  });
  const bridge: UserAgent = createUserAgent({
    transports: [network.transport(5062)],
    clock,
    onInvite: backToBack(() => bridge, target(5062)),
  });
  const statuses: number[] = [];
  const call = caller.invite({
    target: target(5062),
    from: "sip:alice@example.com",
    maxForwards: 5,
  });
  call.on("failed", ({ status }) => statuses.push(status));
  await clock.advance(longerThanAnyTimerMs);
  expect(statuses).toEqual([483]);
  expect(bridge.live()).toEqual({ calls: 0, transactions: 0 });
});
