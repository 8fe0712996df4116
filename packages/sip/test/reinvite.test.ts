import { expect, test } from "@jest/globals";
import { type Call, type InboundCall, type OutboundCall, sdpBody } from "../src/index.ts";
import { type TwoAgents, twoAgents } from "./support/two-agents.ts";

const aMoment = 50;

interface Answered extends TwoAgents {
  readonly inbound: InboundCall;
  readonly outbound: OutboundCall;
}

/** Two user agents with a call between them. */
async function answeredCall(loses?: (text: string) => boolean): Promise<Answered> {
  const calls: InboundCall[] = [];
  const agents = twoAgents({
    onInvite: (inbound) => {
      calls.push(inbound);
      void inbound.answer({ body: sdpBody("answer") });
    },
    loses: ({ text }) => loses?.(text) ?? false,
  });
  const outbound = agents.call();
  await agents.clock.advance(aMoment);
  const [inbound] = calls;
  if (!inbound) throw new Error("no call came in");
  return { ...agents, inbound, outbound };
}

test("either side can offer another session", async () => {
  const { clock, inbound, outbound } = await answeredCall();
  const directions: [Call, Call][] = [
    [outbound, inbound],
    [inbound, outbound],
  ];
  for (const [from, to] of directions) {
    const seen: string[] = [];
    to.on("reinvite", (reinvite) => {
      seen.push(String(reinvite.body?.content), reinvite.headers.get("X-Why") ?? "");
      void reinvite.answer({ body: sdpBody("held") });
    });
    const answer = from.reinvite({
      headers: [{ name: "X-Why", value: "hold" }],
      body: sdpBody("hold"),
    });
    await clock.advance(aMoment);
    expect(await answer).toMatchObject({ status: 200, body: { content: Buffer.from("held") } });
    expect(seen).toEqual(["hold", "hold"]);
  }
});

test("a refused re-INVITE leaves the call up", async () => {
  const { clock, inbound, outbound, diary } = await answeredCall();
  inbound.on("reinvite", (reinvite) => void reinvite.reject(488));
  const answer = outbound.reinvite({ body: sdpBody("hold") });
  await clock.advance(aMoment);
  expect(await answer).toMatchObject({ status: 488, cause: "response" });
  expect(diary.caller).toEqual(["answered answer"]);
});

test("a re-INVITE that nobody listens for is answered 488", async () => {
  const { clock, outbound } = await answeredCall();
  const answer = outbound.reinvite({ body: sdpBody("hold") });
  await clock.advance(aMoment);
  expect((await answer).status).toBe(488);
});

test("one re-INVITE at a time: the second of ours is not sent", async () => {
  const { clock, outbound, inbound } = await answeredCall();
  inbound.on("reinvite", (reinvite) => void reinvite.answer({ body: sdpBody("held") }));
  const first = outbound.reinvite({ body: sdpBody("hold") });
  expect(await outbound.reinvite({ body: sdpBody("hold") })).toMatchObject({
    status: 491,
    cause: "pending",
  });
  await clock.advance(aMoment);
  expect((await first).status).toBe(200);
});

test("re-INVITEs that cross are both answered 491", async () => {
  const { clock, outbound, inbound } = await answeredCall();
  const answers = Promise.all([
    outbound.reinvite({ body: sdpBody("one") }),
    inbound.reinvite({ body: sdpBody("other") }),
  ]);
  await clock.advance(aMoment);
  expect(await answers).toMatchObject([
    { status: 491, cause: "response" },
    { status: 491, cause: "response" },
  ]);
});

test("a peer that is silent to a re-INVITE has no call with us any more", async () => {
  const { clock, outbound, diary, caller } = await answeredCall((text) =>
    text.includes("CSeq: 2 INVITE"),
  );
  const answer = outbound.reinvite({ body: sdpBody("hold") });
  await clock.advance(40_000);
  expect(await answer).toMatchObject({ status: 408, cause: "timeout" });
  expect(diary.caller).toEqual(["answered answer", "ended by peer: gone"]);
  expect(caller.live().calls).toBe(0);
});

test("a call that ends while a re-INVITE is open lets nobody wait", async () => {
  const { clock, outbound, inbound } = await answeredCall();
  const late: Promise<unknown>[] = [];
  inbound.on("reinvite", (reinvite) => {
    inbound.bye();
    late.push(clock.advance(0).then(() => reinvite.answer({ body: sdpBody("late") })));
  });
  const answer = outbound.reinvite({ body: sdpBody("hold") });
  await clock.advance(100_000);
  expect(await answer).toMatchObject({ cause: "response" });
  await Promise.all(late);
  expect(clock.waiting).toBe(0);
});

test("an INFO reaches whoever listens, and is answered without", async () => {
  const { clock, outbound, inbound } = await answeredCall();
  const keyPress = { contentType: "application/dtmf-relay", content: Buffer.from("Signal=5") };
  const unheard = Promise.all([outbound.info(), outbound.info({ body: keyPress })]);
  await clock.advance(aMoment);
  expect(await unheard).toMatchObject([{ status: 200 }, { status: 415 }]);
  inbound.on("info", (info) => void info.respond(info.body ? 200 : 400));
  const heard = outbound.info({ body: keyPress });
  await clock.advance(aMoment);
  expect((await heard).status).toBe(200);
});
