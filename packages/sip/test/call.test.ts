import { expect, test } from "@jest/globals";
import { type InboundCall, SipUsageError, sdpBody } from "../src/index.ts";
import { twoAgents } from "./support/two-agents.ts";

const aMoment = 50;
const answered = (call: InboundCall) => void call.answer({ body: sdpBody("answer") });
const silent = () => {};

test("a call rings, is answered, acknowledged and hung up", async () => {
  const { clock, network, diary, call } = twoAgents({
    onInvite: (inbound) => {
      inbound.ring();
      answered(inbound);
    },
  });
  const outbound = call();
  await clock.advance(aMoment);
  outbound.bye();
  await clock.advance(aMoment);
  expect(network.story()).toEqual([
    "5061 INVITE",
    "5060 100 INVITE",
    "5060 180 INVITE",
    "5060 200 INVITE",
    "5061 ACK",
    "5061 BYE",
    "5060 200 BYE",
  ]);
  expect(diary).toEqual({
    caller: ["180", "answered answer", "ended by us: bye"],
    callee: ["invited", "ended by peer: bye"],
  });
});

test("the callee sees the INVITE's facts, headers in their own letter case and order", async () => {
  const calls: InboundCall[] = [];
  const { clock, caller } = twoAgents({ onInvite: (inbound) => calls.push(inbound) });
  caller.invite({
    target: "sip:+16073331111@192.0.2.1:5060",
    from: '"Alice" <sip:+12045551111@example.com>',
    to: "<sip:+16073331111@example.com>",
    maxForwards: 9,
    headers: [
      { name: "user-to-user", value: "00;encoding=hex" },
      { name: "X-Alexa-LWA-ClientId", value: "amzn1" },
    ],
    body: sdpBody("offer"),
  });
  await clock.advance(aMoment);
  const [inbound] = calls;
  expect(inbound).toMatchObject({
    requestUri: { user: "+16073331111", host: "192.0.2.1" },
    from: { displayName: "Alice", uri: { user: "+12045551111" } },
    to: { uri: { host: "example.com" } },
    maxForwards: 9,
    flow: { protocol: "UDP", peer: { port: 5061 } },
    body: { contentType: "application/sdp", content: Buffer.from("offer") },
  });
  const names = [...(inbound?.headers ?? [])].map(({ name }) => name);
  expect(names.filter((name) => /^x-|^user/i.test(name))).toEqual([
    "user-to-user",
    "X-Alexa-LWA-ClientId",
  ]);
});

test("early media and refusals reach the caller with status, reason, headers and body", async () => {
  const heard: unknown[] = [];
  const { clock, call } = twoAgents({
    onInvite: (inbound) => {
      inbound.progress(183, { body: sdpBody("early") });
      inbound.reject(486, {
        reason: "Gone Fishing",
        headers: [{ name: "Retry-After", value: "60" }],
      });
    },
  });
  const outbound = call();
  outbound.on("provisional", ({ status, body }) => heard.push(status, String(body?.content)));
  outbound.on("failed", ({ status, reason, headers }) =>
    heard.push(status, reason, headers.get("retry-after")),
  );
  await clock.advance(aMoment);
  expect(heard).toEqual([183, "early", 486, "Gone Fishing", "60"]);
});

test("a call to nobody fails by itself after 32 seconds", async () => {
  const { clock, caller, diary, call } = twoAgents({ onInvite: silent, loses: () => true });
  call();
  await clock.advance(32_000);
  expect(diary.caller).toEqual(["failed 408: timeout"]);
  expect(caller.live()).toEqual({ calls: 0, transactions: 0 });
});

test.each(["sips:bob@192.0.2.1", "sip:bob@192.0.2.1;transport=tcp", "tel:+16073331111"])(
  "a call to %s, which no transport reaches, fails and does not throw",
  async (target) => {
    const { clock, caller } = twoAgents({ onInvite: silent });
    const failures: string[] = [];
    const outbound = caller.invite({ target, from: "sip:alice@x" });
    outbound.on("failed", ({ status, cause }) => failures.push(`${status} ${cause}`));
    await clock.advance(aMoment);
    await new Promise(setImmediate);
    expect(failures).toEqual(["503 transport-error"]);
  },
);

test.each([
  [{ target: "bob" }, "target is no SIP address"],
  [{ target: "sip:bob@x\r\nVia: x" }, "target is no SIP address"],
  [{ from: "Bell, A <sip:a@x>" }, "from is no SIP address"],
  [{ to: "" }, "to is no SIP address"],
  [{ headers: [{ name: "Via", value: "x" }] }, "Via is set by the stack"],
  [
    { body: { contentType: "a\r\nb", content: Buffer.alloc(0) } },
    "Content-Type holds a line break",
  ],
])("an INVITE with %j is refused before it is sent", (mistake, message) => {
  const { caller, network } = twoAgents({ onInvite: silent });
  const invite = () => caller.invite({ target: "sip:bob@x", from: "sip:alice@x", ...mistake });
  expect(invite).toThrow(SipUsageError);
  expect(invite).toThrow(message);
  expect(network.passages).toEqual([]);
  expect(caller.live()).toEqual({ calls: 0, transactions: 0 });
});

test("a CANCEL waits for the first sign of life", async () => {
  const { clock, network, diary, call } = twoAgents({
    onInvite: silent,
    loses: ({ index }) => index === 0,
  });
  expect(call().cancel()).toBe(true);
  await clock.advance(499);
  expect(network.story()).toEqual(["5061 INVITE"]);
  await clock.advance(aMoment);
  expect(network.story()).toEqual([
    "5061 INVITE",
    "5061 INVITE",
    "5060 100 INVITE",
    "5061 CANCEL",
    "5060 200 CANCEL",
    "5060 487 INVITE",
    "5061 ACK",
  ]);
  expect(diary).toEqual({ caller: ["failed 487: response"], callee: ["invited", "cancelled"] });
});

test("a CANCEL that crosses the answer ends in a BYE", async () => {
  const { clock, network, diary, call, caller, callee } = twoAgents({ onInvite: answered });
  const outbound = call();
  await clock.advance(1);
  outbound.cancel();
  await clock.advance(aMoment);
  expect(network.story().slice(-4)).toEqual([
    "5061 ACK",
    "5061 BYE",
    "5060 200 CANCEL",
    "5060 200 BYE",
  ]);
  expect(diary).toEqual({
    caller: ["failed 487: cancelled"],
    callee: ["invited", "ended by peer: bye"],
  });
  expect([caller.live().calls, callee.live().calls]).toEqual([0, 0]);
});

test("a peer that answers neither CANCEL nor INVITE is given up", async () => {
  const { clock, caller, diary, call } = twoAgents({
    onInvite: (inbound) => void inbound.ring(),
    loses: ({ text }) => text.startsWith("CANCEL"),
  });
  const outbound = call();
  await clock.advance(aMoment);
  expect([outbound.cancel(), outbound.cancel()]).toEqual([true, false]);
  await clock.advance(32_000);
  expect(diary.caller).toEqual(["180", "failed 487: cancelled"]);
  expect(caller.live().calls).toBe(0);
});

test("an answer without ACK ends in a BYE, so that no leg stays up", async () => {
  const { clock, callee, diary, call } = twoAgents({
    onInvite: answered,
    loses: ({ text }) => text.startsWith("ACK"),
  });
  call();
  await clock.advance(100_000);
  expect(diary).toEqual({
    caller: ["answered answer", "ended by peer: bye"],
    callee: ["invited", "ended by us: not-acknowledged"],
  });
  expect(callee.live()).toEqual({ calls: 0, transactions: 0 });
});

test("a BYE that nobody answers ends the call all the same", async () => {
  const { clock, caller, diary, call } = twoAgents({
    onInvite: answered,
    loses: ({ text }) => text.startsWith("BYE"),
  });
  const outbound = call();
  await clock.advance(aMoment);
  expect(outbound.bye()).toBe(true);
  expect(outbound.bye()).toBe(false);
  await clock.advance(32_000);
  expect(diary.caller).toEqual(["answered answer", "ended by us: bye"]);
  expect(caller.live()).toEqual({ calls: 0, transactions: 0 });
});

test("two BYEs that cross end the call once for each side", async () => {
  const calls: InboundCall[] = [];
  const { clock, diary, call } = twoAgents({
    onInvite: (inbound) => {
      calls.push(inbound);
      answered(inbound);
    },
  });
  const outbound = call();
  await clock.advance(aMoment);
  outbound.bye();
  calls[0]?.bye();
  await clock.advance(aMoment);
  expect(diary).toEqual({
    caller: ["answered answer", "ended by peer: bye"],
    callee: ["invited", "ended by peer: bye"],
  });
});

test("what comes too late is not done, and says so", async () => {
  const calls: InboundCall[] = [];
  const { clock, call, network } = twoAgents({ onInvite: (inbound) => calls.push(inbound) });
  const outbound = call();
  await clock.advance(aMoment);
  outbound.cancel();
  await clock.advance(aMoment);
  const sent = network.passages.length;
  const [inbound] = calls;
  expect([inbound?.ring(), inbound?.reject(486), inbound?.bye()]).toEqual([false, false, false]);
  expect(await inbound?.answer()).toEqual({ acknowledged: false });
  expect(await inbound?.reinvite()).toMatchObject({ status: 481, cause: "no-call" });
  expect([outbound.cancel(), outbound.bye()]).toEqual([false, false]);
  expect(await outbound.info()).toMatchObject({ status: 481, cause: "no-call" });
  expect(network.passages).toHaveLength(sent);
});

test("an answer that cannot be sent leaves the call as it was", async () => {
  const calls: InboundCall[] = [];
  const { clock, call, diary } = twoAgents({ onInvite: (inbound) => calls.push(inbound) });
  call();
  await clock.advance(aMoment);
  const [inbound] = calls;
  const broken = { headers: [{ name: "X-A", value: "1\r\nX-B: 2" }] };
  expect(() => inbound?.reject(486, broken)).toThrow(SipUsageError);
  expect(() => inbound?.reject(486, { reason: "Busy\r\n" })).toThrow(SipUsageError);
  expect(() => inbound?.answer(broken)).toThrow(SipUsageError);
  expect(inbound?.reject(486)).toBe(true);
  await clock.advance(aMoment);
  expect(diary.caller).toEqual(["failed 486: response"]);
});

test("closing the user agents drops their calls and timers", async () => {
  const { clock, caller, callee, call } = twoAgents({ onInvite: answered });
  const outbound = call();
  await clock.advance(aMoment);
  void outbound.reinvite({ body: sdpBody("hold") });
  await Promise.all([caller.close(), callee.close()]);
  expect([caller.live(), callee.live()]).toEqual([
    { calls: 0, transactions: 0 },
    { calls: 0, transactions: 0 },
  ]);
  expect(clock.waiting).toBeLessThanOrEqual(1);
});
