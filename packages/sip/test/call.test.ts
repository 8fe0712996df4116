import { expect, test } from "@jest/globals";
import { createUserAgent, type InboundCall, sdpBody } from "../src/index.ts";
import { manualClock } from "./support/manual-clock.ts";
import { MemoryNetwork } from "./support/memory-network.ts";

function twoAgents(onInvite: (call: InboundCall) => void) {
  const clock = manualClock();
  const network = new MemoryNetwork(clock);
  const caller = createUserAgent({
    transports: [network.transport(5061)],
    clock,
    onInvite: () => {},
  });
  const callee = createUserAgent({ transports: [network.transport(5060)], clock, onInvite });
  return { clock, network, caller, callee };
}

test("a call is set up, acknowledged and hung up", async () => {
  const log: string[] = [];
  const { clock, network, caller } = twoAgents((call) => {
    call.ring();
    void call.answer({ body: sdpBody("answer") });
    call.on("ended", ({ by, cause }) => log.push(`callee ${by} ${cause}`));
  });
  const call = caller.invite({
    target: "sip:bob@192.0.2.1:5060",
    from: "sip:alice@x",
    body: sdpBody("offer"),
  });
  call.on("provisional", ({ status }) => log.push(String(status)));
  call.on("answered", ({ body }) => log.push(String(body?.content)));
  call.on("ended", ({ by, cause }) => log.push(`caller ${by} ${cause}`));
  await clock.advance(10);
  call.bye();
  await clock.advance(10);
  expect(network.story()).toEqual([]);
  expect(log).toEqual([]);
});
