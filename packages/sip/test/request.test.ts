import { expect, test } from "@jest/globals";
import type { Binding, InboundCall, Registrar } from "../src/index.ts";
import { RawPeer, rawRequest, toTagOf } from "./support/raw-peer.ts";

const ringing = (call: InboundCall) => void call.ring();

test.each([
  ["OPTIONS", "200 OPTIONS"],
  ["BYE", "481 BYE"],
  ["INFO", "481 INFO"],
  ["CANCEL", "481 CANCEL"],
  ["REGISTER", "405 REGISTER"],
  ["REFER", "405 REFER"],
  ["FLY", "501 FLY"],
])("%s out of the blue is answered %s", async (method, answer) => {
  expect(await new RawPeer().say(rawRequest({ method }))).toEqual([answer]);
});

test.each(["INVITE", "BYE", "INFO", "OPTIONS"])(
  "%s in a call that we do not know is answered 481",
  async (method) => {
    const answers = await new RawPeer().say(rawRequest({ method, toTag: "unknown" }));
    expect(answers.at(-1)).toBe(`481 ${method}`);
  },
);

test("an ACK to nothing is left alone", async () => {
  expect(await new RawPeer().say(rawRequest({ method: "ACK" }))).toEqual([]);
});

test("the answer to OPTIONS says what we can do", async () => {
  const peer = new RawPeer();
  await peer.say(rawRequest({ method: "OPTIONS" }));
  expect(peer.latest).toContain("\r\nAllow: INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE\r\n");
  expect(peer.latest).toContain("\r\nAccept: application/sdp, multipart/mixed\r\n");
});

const keepsAll: Registrar = (wanted) => wanted;
const contactsIn = (message: string) => message.match(/^Contact: .*$/gm) ?? [];

test.each([
  ["", ["Contact: <sip:alice@192.0.2.1:5061>;expires=3600"]],
  ["Expires: 60\n", ["Contact: <sip:alice@192.0.2.1:5061>;expires=60"]],
  ["Expires: soon\n", ["Contact: <sip:alice@192.0.2.1:5061>;expires=3600"]],
  [
    'Contact: <sip:a@192.0.2.2>;expires=30;+sip.instance="<urn:1>"\nExpires: 60\n',
    [
      "Contact: <sip:alice@192.0.2.1:5061>;expires=60",
      'Contact: <sip:a@192.0.2.2>;+sip.instance="<urn:1>";expires=30',
    ],
  ],
])("a REGISTER with %j is answered with the bindings that there are", async (extra, contacts) => {
  const peer = new RawPeer(ringing, keepsAll);
  expect(await peer.say(rawRequest({ method: "REGISTER", extra }))).toEqual(["200 REGISTER"]);
  expect(contactsIn(peer.latest)).toEqual(contacts);
});

test("whoever keeps the bindings says what is left of them", async () => {
  const asked: (readonly Binding[])[] = [];
  const peer = new RawPeer(ringing, (wanted) => {
    asked.push(wanted);
    return [];
  });
  await peer.say(rawRequest({ method: "REGISTER", extra: "Expires: 0\n" }));
  const all = rawRequest({ method: "REGISTER", sequence: 2, branch: "2", extra: "Expires: 0\n" });
  await peer.say(all.replace("<sip:alice@192.0.2.1:5061>", "*"));
  expect(asked.map((wanted) => wanted.map(({ expiresSeconds }) => expiresSeconds))).toEqual([
    [0],
    [],
  ]);
  expect(contactsIn(peer.latest)).toEqual([]);
});

test.each([
  ["Require: 100rel\n", "420 INVITE"],
  ["Max-Forwards: 0\n", "483 INVITE"],
  ["Accept: text/plain\n", "406 INVITE"],
])("an INVITE with %j is answered %s", async (extra, answer) => {
  expect(await new RawPeer().say(rawRequest({ method: "INVITE", extra }))).toEqual([
    "100 INVITE",
    answer,
  ]);
});

test("a copy of an INVITE gets the latest provisional answer again, and no second call", async () => {
  const calls: InboundCall[] = [];
  const peer = new RawPeer((call) => {
    calls.push(call);
    call.ring();
  });
  const invite = rawRequest({ method: "INVITE" });
  expect(await peer.say(invite)).toEqual(["100 INVITE", "180 INVITE"]);
  expect(await peer.say(invite)).toEqual(["180 INVITE"]);
  expect(calls).toHaveLength(1);
});

test("the same INVITE by another way is answered 482", async () => {
  const peer = new RawPeer(ringing);
  await peer.say(rawRequest({ method: "INVITE" }));
  expect(await peer.say(rawRequest({ method: "INVITE", branch: "2" }))).toEqual(["482 INVITE"]);
});

test("a CANCEL takes its INVITE back, and only its own", async () => {
  const cancelled: (string | undefined)[] = [];
  const peer = new RawPeer((call) => {
    call.ring();
    call.on("cancelled", ({ headers }) => cancelled.push(headers.get("Reason")));
  });
  await peer.say(rawRequest({ method: "INVITE" }));
  expect(await peer.say(rawRequest({ method: "CANCEL", branch: "2" }))).toEqual(["481 CANCEL"]);
  const cancel = rawRequest({ method: "CANCEL", extra: "Reason: SIP;cause=200\n" });
  expect(await peer.say(cancel)).toEqual(["200 CANCEL", "487 INVITE"]);
  expect(cancelled).toEqual(["SIP;cause=200"]);
  expect(peer.agent.live().calls).toBe(0);
});

test("a caller that hangs up by BYE before the answer is let go", async () => {
  const peer = new RawPeer(ringing);
  await peer.say(rawRequest({ method: "INVITE" }));
  const bye = rawRequest({ method: "BYE", sequence: 2, branch: "2", toTag: toTagOf(peer.latest) });
  expect(await peer.say(bye)).toEqual(["200 BYE", "487 INVITE"]);
  expect(peer.agent.live().calls).toBe(0);
});

test("a second INVITE before the answer to the first is put off", async () => {
  const peer = new RawPeer(ringing);
  await peer.say(rawRequest({ method: "INVITE" }));
  const second = rawRequest({
    method: "INVITE",
    sequence: 2,
    branch: "2",
    toTag: toTagOf(peer.latest),
  });
  expect(await peer.say(second)).toEqual(["100 INVITE", "500 INVITE"]);
  expect(peer.latest).toContain("\r\nRetry-After: 1\r\n");
});

test("a request older than the one before is answered 500", async () => {
  const peer = new RawPeer((call) => void call.answer());
  await peer.say(rawRequest({ method: "INVITE", sequence: 5 }));
  const toTag = toTagOf(peer.latest);
  await peer.say(rawRequest({ method: "ACK", sequence: 5, branch: "2", toTag }));
  expect(await peer.say(rawRequest({ method: "BYE", sequence: 4, branch: "3", toTag }))).toEqual([
    "500 BYE",
  ]);
  expect(await peer.say(rawRequest({ method: "BYE", sequence: 6, branch: "4", toTag }))).toEqual([
    "200 BYE",
  ]);
});

test("a stranger with the right tags of ours but not its own is not let into the call", async () => {
  const peer = new RawPeer((call) => void call.answer());
  await peer.say(rawRequest({ method: "INVITE" }));
  const toTag = toTagOf(peer.latest);
  await peer.say(rawRequest({ method: "ACK", branch: "2", toTag }));
  const bye = rawRequest({ method: "BYE", sequence: 2, branch: "3", toTag });
  expect(await peer.say(bye.replace("tag=a1", "tag=other"))).toEqual(["481 BYE"]);
  expect(peer.agent.live().calls).toBe(1);
});

test("a caller of RFC 2543, without a unique branch, is understood to the end of its call", async () => {
  const peer = new RawPeer((call) => void call.reject(486));
  const old = (message: string) => message.replace("z9hG4bK", "");
  expect(await peer.say(old(rawRequest({ method: "INVITE" })))).toEqual([
    "100 INVITE",
    "486 INVITE",
  ]);
  const toTag = toTagOf(peer.latest);
  expect(await peer.say(old(rawRequest({ method: "ACK", toTag })))).toEqual([]);
  await peer.clock.advance(40_000);
  expect(peer.agent.live()).toEqual({ calls: 0, transactions: 0 });
});

test("a caller of RFC 2543 can take its call back", async () => {
  const peer = new RawPeer(ringing);
  const old = (message: string) =>
    message.replace("192.0.2.1:5061;branch=z9hG4bK1", "old.example.com:5061");
  await peer.say(old(rawRequest({ method: "INVITE" })));
  expect(await peer.say(old(rawRequest({ method: "CANCEL" })))).toEqual([
    "200 CANCEL",
    "487 INVITE",
  ]);
});

test("a request that our program never answers is forgotten", async () => {
  const peer = new RawPeer((call) => {
    call.on("info", () => {});
    void call.answer();
  });
  await peer.say(rawRequest({ method: "INVITE" }));
  const toTag = toTagOf(peer.latest);
  await peer.say(rawRequest({ method: "ACK", branch: "2", toTag }));
  expect(await peer.say(rawRequest({ method: "INFO", sequence: 2, branch: "3", toTag }))).toEqual(
    [],
  );
  await peer.clock.advance(32_000);
  expect(peer.agent.live()).toEqual({ calls: 1, transactions: 0 });
});
