import type { Call, InboundCall, OutboundCall, UserAgent } from "../../src/index.ts";

/** Passes a call on to another target, and everything that happens in it: as small as such a thing can be. */
export function backToBack(agent: () => UserAgent, target: string): (inbound: InboundCall) => void {
  return (inbound) => {
    const outbound = agent().invite({
      target,
      from: "sip:bridge@example.com",
      maxForwards: inbound.maxForwards - 1,
      headers: [...inbound.headers].filter(({ name }) => /^x-|^user-to-user$/i.test(name)),
      body: inbound.body,
    });
    passOutcome(outbound, inbound);
    inbound.on("cancelled", () => void outbound.cancel());
    passSession(inbound, outbound);
    passSession(outbound, inbound);
  };
}

function passOutcome(outbound: OutboundCall, inbound: InboundCall): void {
  outbound.on("provisional", ({ status, body }) => void inbound.progress(status, { body }));
  outbound.on("failed", ({ status, reason }) => void inbound.reject(status, { reason }));
  outbound.on("answered", async (answer) => {
    const { body } = await inbound.answer({ body: answer.body });
    answer.acknowledge(body);
  });
}

function passSession(from: Call, to: Call): void {
  from.on("ended", () => void to.bye());
  from.on("reinvite", async (reinvite) => {
    const answer = await to.reinvite({ body: reinvite.body });
    if (answer.status >= 300) reinvite.reject(answer.status);
    else answer.acknowledge((await reinvite.answer({ body: answer.body })).body);
  });
}
