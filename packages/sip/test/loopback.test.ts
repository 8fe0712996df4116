import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import {
  createUserAgent,
  type InboundCall,
  openTcpTransport,
  openUdpTransport,
  SipTransportError,
  sdpBody,
  standardTimers,
  type Transport,
  type UserAgent,
} from "../src/index.ts";

const agents: UserAgent[] = [];

afterEach(async () => {
  await Promise.all(agents.splice(0).map((agent) => agent.close()));
});

function agentOn(
  transport: Transport,
  onInvite: (call: InboundCall) => void = () => {},
  t1 = 500,
): UserAgent {
  const timers = { ...standardTimers, t1 };
  const agent = createUserAgent({ transports: [transport], onInvite, timers });
  agents.push(agent);
  return agent;
}

function answering(call: InboundCall): void {
  call.on("reinvite", (reinvite) => void reinvite.answer({ body: sdpBody("held") }));
  call.ring();
  void call.answer({ body: sdpBody("answer") });
}

function targetOf({ protocol, advertised: { host, port } }: Transport): string {
  return `sip:bob@${host}:${port};transport=${protocol.toLowerCase()}`;
}

/** Calls, holds and hangs up; what was seen. */
function wholeCall(caller: UserAgent, target: string): Promise<string[]> {
  const seen: string[] = [];
  const call = caller.invite({ target, from: "sip:alice@example.com", body: sdpBody("offer") });
  call.on("provisional", ({ status }) => seen.push(String(status)));
  call.on("answered", async ({ body }) => {
    const held = await call.reinvite({ body: sdpBody("hold") });
    seen.push(String(body?.content), String(held.body?.content));
    call.bye();
  });
  return new Promise((resolve) => {
    call.on("failed", ({ status, cause }) => resolve([...seen, `${status} ${cause}`]));
    call.on("ended", ({ by }) => resolve([...seen, `ended by ${by}`]));
  });
}

test.each([
  ["UDP", () => openUdpTransport()],
  ["TCP", () => openTcpTransport()],
])("a call over %s on the loopback is answered, put on hold and hung up", async (_, open) => {
  const [from, to] = [await open(), await open()];
  const callee = agentOn(to, answering);
  const caller = agentOn(from);
  expect(await wholeCall(caller, targetOf(to))).toEqual(["180", "answer", "held", "ended by us"]);
  expect([caller.live().calls, callee.live().calls]).toEqual([0, 0]);
});

test("a name is looked up", async () => {
  const to = await openUdpTransport();
  agentOn(to, answering);
  const caller = agentOn(await openUdpTransport());
  const target = targetOf(to).replace("127.0.0.1", "localhost");
  expect((await wholeCall(caller, target)).at(-1)).toBe("ended by us");
});

test("datagrams that are lost on purpose are sent again", async () => {
  const lost = new Set(["INVITE", "SIP/2.0", "ACK", "BYE"]);
  const loses = (datagram: Buffer) => lost.delete(datagram.toString().split(" ")[0] ?? "");
  const to = await openUdpTransport({ loses });
  agentOn(to, answering, 10);
  const caller = agentOn(await openUdpTransport(), () => {}, 10);
  expect((await wholeCall(caller, targetOf(to))).slice(-3)).toEqual([
    "answer",
    "held",
    "ended by us",
  ]);
  expect(lost.size).toBe(0);
});

test("a call to a TCP port where nobody listens fails at once", async () => {
  const gone = await openTcpTransport();
  await gone.close();
  const caller = agentOn(await openTcpTransport());
  expect(await wholeCall(caller, targetOf(gone))).toEqual(["503 transport-error"]);
});

test("a phone behind a TCP connection is reached through it, wherever its Contact points", async () => {
  const listening = await openTcpTransport();
  agentOn(listening, (call) => void call.answer().then(() => call.bye()));
  const { host, port } = listening.advertised;
  const phone = connect({ host, port });
  await once(phone, "connect");
  const nowhere = await openTcpTransport();
  await nowhere.close();
  phone.write(inviteFrom(nowhere.advertised.port));
  let received = "";
  for await (const chunk of phone) {
    received += chunk;
    const ok = /^SIP\/2\.0 200[\s\S]*?\r\n\r\n/m.exec(received)?.[0];
    const toTag = /^To: .*;tag=(\w+)/m.exec(ok ?? "")?.[1];
    if (toTag && !received.includes("BYE sip:")) phone.write(ackTo(toTag));
    if (received.includes("BYE sip:")) break;
  }
  expect(received).toContain(
    `BYE sip:phone@127.0.0.1:${nowhere.advertised.port};transport=tcp SIP/2.0`,
  );
});

test("TCP keep-alives are answered, and what is no SIP is refused and hung up on", async () => {
  const listening = await openTcpTransport();
  agentOn(listening);
  const { host, port } = listening.advertised;
  const socket = connect({ host, port });
  socket.write("\r\n\r\n");
  const [pong] = await once(socket, "data");
  expect(String(pong)).toBe("\r\n");
  socket.write("OPTIONS sip:bob@x SIP/2.0\r\nVia: x\r\nCSeq: 1 OPTIONS\r\n\r\n");
  const [refusal] = await once(socket, "data");
  expect(String(refusal)).toMatch(/^SIP\/2\.0 400 Bad Request: /);
  await once(socket, "close");
});

test.each([
  ["UDP", openUdpTransport],
  ["TCP", openTcpTransport],
])("a %s port that is taken is an error with its address", async (_, open) => {
  const transport = await open();
  const { port } = transport.advertised;
  await expect(open({ port })).rejects.toThrow(SipTransportError);
  await expect(open({ port })).rejects.toThrow(`127.0.0.1:${port}`);
  await transport.close();
});

test("whoever watches a user agent sees every message, and what is none", async () => {
  const seen: string[] = [];
  const to = await openUdpTransport();
  const callee = createUserAgent({
    transports: [to],
    onInvite: (call) => void call.reject(486),
    onMessage: (direction, { bytes, protocol }) =>
      seen.push(`${direction} ${protocol} ${bytes.toString().split("\r\n")[0]}`),
    onUnreadable: ({ field }) => seen.push(`unreadable ${field}`),
  });
  agents.push(callee);
  const from = await openUdpTransport();
  const caller = agentOn(from);
  const { host: address, port } = to.advertised;
  await from.send(Buffer.from("hello"), { address, port });
  await wholeCall(caller, targetOf(to));
  expect(seen.slice(0, 5)).toEqual([
    "in UDP hello",
    "unreadable framing",
    expect.stringMatching(/^in UDP INVITE /),
    "out UDP SIP/2.0 100 Trying",
    "out UDP SIP/2.0 486 Busy Here",
  ]);
});

function inviteFrom(contactPort: number): string {
  return message("INVITE sip:bob@x SIP/2.0", "1 INVITE", contactPort, "");
}

function ackTo(toTag: string): string {
  return message("ACK sip:bob@x SIP/2.0", "1 ACK", 5060, `;tag=${toTag}`);
}

function message(startLine: string, cseq: string, contactPort: number, toTag: string): string {
  return [
    startLine,
    `Via: SIP/2.0/TCP 127.0.0.1;branch=z9hG4bK${cseq.replace(" ", "")}`,
    "From: <sip:phone@x>;tag=1",
    `To: <sip:bob@x>${toTag}`,
    "Call-ID: phone",
    `CSeq: ${cseq}`,
    `Contact: <sip:phone@127.0.0.1:${contactPort};transport=tcp>`,
    "Content-Length: 0",
    "",
    "",
  ].join("\r\n");
}
