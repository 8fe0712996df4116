import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import {
  createUserAgent,
  type InboundCall,
  openTcpTransport,
  openTlsTransport,
  openUdpTransport,
  SipTransportError,
  sdpBody,
  type Transport,
  type UserAgent,
} from "../src/index.ts";
import { RawPeer, rawRequest, toTagOf } from "./support/raw-peer.ts";
import { testCertificate } from "./support/test-certificate.ts";

const closing: { close(): unknown }[] = [];
afterEach(async () => {
  for (const part of closing.splice(0)) await part.close();
});

function agentOn(
  transports: readonly [Transport, ...Transport[]],
  onInvite: (call: InboundCall) => void = () => {},
): UserAgent {
  const agent = createUserAgent({ transports, onInvite });
  closing.push(agent);
  return agent;
}

const answers = (call: InboundCall) => void call.answer({ body: sdpBody("answer") });

/** Calls and hangs up: what each end was told of the other's address, and how it ended. */
function wholeCall(caller: UserAgent, target: string): Promise<string> {
  const call = caller.invite({ target, from: "sip:alice@example.com", body: sdpBody("offer") });
  return new Promise((resolve) => {
    call.on("answered", () => void call.bye());
    call.on("failed", ({ status, cause }) => resolve(`${status} ${cause}`));
    call.on("ended", ({ by, cause }) => resolve(`ended by ${by}: ${cause}`));
  });
}

const onWildcard = { host: "0.0.0.0" };
const bothFamilies = { host: "::" };
const tls = { ...testCertificate, authorities: testCertificate.certificate };

test.each([
  ["UDP on ::1", () => openUdpTransport({ host: "::1" }), "[::1]"],
  ["TCP on ::1", () => openTcpTransport({ host: "::1" }), "[::1]"],
  ["UDP on 0.0.0.0", () => openUdpTransport(onWildcard), "127.0.0.1"],
  ["TCP on 0.0.0.0", () => openTcpTransport(onWildcard), "127.0.0.1"],
  ["UDP on ::, by IPv4", () => openUdpTransport(bothFamilies), "127.0.0.1"],
  ["TCP on ::, by IPv4", () => openTcpTransport(bothFamilies), "127.0.0.1"],
  ["UDP on ::, by IPv6", () => openUdpTransport(bothFamilies), "[::1]"],
  ["UDP on ::, by name", () => openUdpTransport(bothFamilies), "localhost"],
  ["TLS", () => openTlsTransport(tls), "127.0.0.1"],
  ["TLS, by name", () => openTlsTransport(tls), "localhost"],
])("over %s a call goes out, and each end can be reached", async (_, open, host) => {
  const [from, to] = [await open(), await open()];
  const seen: string[] = [];
  agentOn([to], (call) => {
    seen.push(call.headers.get("Contact") ?? "", call.headers.get("Via") ?? "");
    answers(call);
  });
  const target = `sip:bob@${host}:${to.advertised.port};transport=${to.protocol.toLowerCase()}`;
  expect(await wholeCall(agentOn([from]), target)).toBe("ended by us: bye");
  expect(seen.join()).not.toMatch(/0\.0\.0\.0|\[::\]|sip:::/);
  if (host !== "localhost") expect(seen[0]).toContain(`<sip:${host}:${from.advertised.port}`);
});

test("a peer whose certificate nobody vouches for is not reached over TLS", async () => {
  const to = await openTlsTransport(testCertificate);
  agentOn([to], answers);
  const caller = agentOn([await openTlsTransport(testCertificate)]);
  const target = `sips:bob@127.0.0.1:${to.advertised.port}`;
  expect(await wholeCall(caller, target)).toBe("503 transport-error");
});

test("a key that is none stops the transport", async () => {
  const options = { ...testCertificate, key: "no key" };
  await expect(openTlsTransport(options)).rejects.toThrow(SipTransportError);
});

/** A phone on a UDP socket that writes its messages by hand. */
async function phone(): Promise<{ readonly socket: Socket; readonly port: number }> {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  closing.push(socket);
  return { socket, port: socket.address().port };
}

async function nextMessage(socket: Socket, start: RegExp): Promise<string> {
  for (;;) {
    const [bytes] = (await once(socket, "message")) as [Buffer];
    if (start.test(bytes.toString())) return bytes.toString();
  }
}

const request = (startLine: string, cseq: string, port: number, lines: readonly string[]) =>
  [
    startLine,
    `Via: SIP/2.0/UDP 127.0.0.1:${port};branch=z9hG4bK${cseq.replace(" ", "")}`,
    `CSeq: ${cseq}`,
    ...lines,
    "Content-Length: 0\r\n\r\n",
  ].join("\r\n");

test.each([
  "sip:phone@127.0.0.1:PORT;transport=tls",
  "sip:phone@127.0.0.1:PORT;transport=ws",
  "sips:phone@127.0.0.1:PORT",
  "sip:phone@nosuchhost.invalid",
  "sip:phone@nosuchhost.invalid;transport=tls",
])("a caller with the Contact %s is hung up on by the way it came", async (contact) => {
  const to = await openUdpTransport();
  agentOn([to], (call) => void call.answer().then(() => call.bye()));
  const { socket, port } = await phone();
  const facts = ["From: <sip:phone@x>;tag=1", "Call-ID: phone"];
  const to1 = (tag: string) => [...facts, `To: <sip:bob@x>${tag}`];
  const uri = contact.replace("PORT", String(port));
  const invite = request("INVITE sip:bob@x SIP/2.0", "1 INVITE", port, [
    ...to1(""),
    `Contact: <${uri}>`,
  ]);
  socket.send(invite, to.advertised.port, "127.0.0.1");
  const tag = toTagOf(await nextMessage(socket, /^SIP\/2\.0 200/));
  const ack = request("ACK sip:bob@x SIP/2.0", "1 ACK", port, to1(`;tag=${tag}`));
  socket.send(ack, to.advertised.port, "127.0.0.1");
  expect(await nextMessage(socket, /^BYE/)).toContain(`BYE ${uri} SIP/2.0\r\n`);
});

test.each([
  "sip:bob@127.0.0.1:PORT;transport=tls",
  "sips:bob@127.0.0.1:PORT",
  "sip:bob@nosuchhost.invalid",
])(
  "a callee with the Contact %s is acknowledged and hung up on where it was called",
  async (contact) => {
    const { socket, port } = await phone();
    const agent = agentOn([await openUdpTransport()]);
    const call = agent.invite({
      target: `sip:bob@127.0.0.1:${port}`,
      from: "sip:a@x",
      body: sdpBody("o"),
    });
    call.on("answered", () => void call.bye());
    const [invite, from] = (await once(socket, "message")) as [Buffer, { port: number }];
    const echoed = invite
      .toString()
      .split("\r\n")
      .filter((line) => /^(Via|From|To|Call-ID|CSeq):/.test(line));
    const ok = [
      "SIP/2.0 200 OK",
      ...echoed.map((line) => (line.startsWith("To") ? `${line};tag=9` : line)),
    ];
    socket.send(
      [...ok, `Contact: <${contact.replace("PORT", String(port))}>`, "\r\n"].join("\r\n"),
      from.port,
      "127.0.0.1",
    );
    expect(await nextMessage(socket, /^ACK/)).toMatch(/^ACK sips?:bob@/);
    expect(await nextMessage(socket, /^BYE/)).toMatch(/^BYE sips?:bob@/);
  },
);

test.each(["", ";rport"])(
  "the answer finds a caller whose TCP connection has closed, where it listens (Via with %j)",
  async (rport) => {
    const listening = await openTcpTransport();
    let refuse = () => {};
    agentOn([listening], (call) => {
      refuse = () => void call.reject(486);
    });
    const answered = new Promise<string>((resolve) => {
      const server = createServer((socket) => socket.on("data", (data) => resolve(String(data))));
      closing.push({ close: () => server.close() });
      server.listen(0, "127.0.0.1", () => {
        const { port } = server.address() as { port: number };
        const { host, port: to } = listening.advertised;
        const socket = connect({ host, port: to });
        socket.write(
          request("INVITE sip:bob@x SIP/2.0", "1 INVITE", port, [
            ...["From: <sip:phone@x>;tag=1", "To: <sip:bob@x>", "Call-ID: phone"],
            `Contact: <sip:phone@127.0.0.1:${port};transport=tcp>`,
          ]).replace(/UDP (\S+?);/, `TCP $1${rport};`),
        );
        // 100 Trying: it is there.
        socket.once("data", () => socket.destroy());
        socket.once("close", () => setTimeout(() => refuse(), 50));
      });
    });
    expect(await answered).toMatch(/^SIP\/2\.0 486 /);
  },
);

test("a name that is no UTF-8 is echoed byte by byte, and its dialog goes on", async () => {
  const to = await openUdpTransport();
  const named: (string | undefined)[] = [];
  agentOn([to], (call) => {
    named.push(call.from.displayName);
    call.reject(486);
  });
  const { socket, port } = await phone();
  const invite = request("INVITE sip:bob@x SIP/2.0", "1 INVITE", port, [
    'From: "Jos\u00e9" <sip:phone@x>;tag=1',
    "To: \u00d1and\u00fa <sip:bob@x>",
    "Call-ID: phone",
  ]);
  socket.send(Buffer.from(invite, "latin1"), to.advertised.port, "127.0.0.1");
  for (;;) {
    const [bytes] = (await once(socket, "message")) as [Buffer];
    const answer = bytes.toString("latin1");
    expect(answer).toContain('\r\nFrom: "Jos\u00e9" <sip:phone@x>;tag=1\r\n');
    expect(answer).toContain("\r\nTo: \u00d1and\u00fa <sip:bob@x>");
    if (answer.startsWith("SIP/2.0 486")) break;
  }
  expect(named).toEqual(["Jos\u00e9"]);
});

const withBody = (contentType: string, body: string, extra = "") =>
  rawRequest({ method: "INVITE", extra: `Content-Type: ${contentType}\n${extra}` }).replace(
    /Content-Length: 0\n\n$/,
    `Content-Length: ${body.replaceAll("\n", "\r\n").length}\n\n${body}`,
  );
const multipart = `--b
Content-Type: application/sdp

v=0
--b
Content-Type: application/isup;version=itu-t92+
Content-Disposition: signal;handling=HANDLING

xx
--b--
`;

test.each([
  ["optional", "200 INVITE", "v=0"],
  ["required", "415 INVITE", undefined],
])(
  "SDP beside a part of which the handling is %s is answered %s",
  async (handling, answer, sdp) => {
    const bodies: (string | undefined)[] = [];
    const peer = new RawPeer((call) => {
      bodies.push(call.body?.content.toString());
      answers(call);
    });
    const body = multipart.replace("HANDLING", handling);
    const answered = await peer.say(withBody("multipart/mixed;boundary=b", body));
    expect([answered.at(-1), bodies[0]]).toEqual([answer, sdp]);
  },
);

test.each([
  ["gzip", "415 INVITE"],
  ["identity", "200 INVITE"],
])("a body of which the encoding is %s is answered %s", async (encoding, answer) => {
  const peer = new RawPeer(answers);
  const invite = withBody("application/sdp", "v=0\n", `Content-Encoding: ${encoding}\n`);
  expect((await peer.say(invite)).at(-1)).toBe(answer);
});

async function referred(
  onInvite: (call: InboundCall) => void,
): Promise<readonly [string[], RawPeer]> {
  const peer = new RawPeer(onInvite);
  await peer.say(rawRequest({ method: "INVITE" }));
  const toTag = toTagOf(peer.latest);
  await peer.say(rawRequest({ method: "ACK", branch: "2", toTag }));
  const extra = "Refer-To: <sip:+12065550100@192.0.2.9>\n";
  return [
    await peer.say(rawRequest({ method: "REFER", sequence: 2, branch: "3", toTag, extra })),
    peer,
  ];
}

test("a REFER of which nobody wants to know is answered 405, and the call goes on", async () => {
  const [answer, peer] = await referred(answers);
  expect(answer).toEqual(["405 REFER"]);
  expect(peer.latest).toContain("\r\nAllow: INVITE, ");
  expect(peer.agent.live().calls).toBe(1);
});

test("whoever is on the call refuses a REFER in words", async () => {
  const wanted: (string | undefined)[] = [];
  const [answer, peer] = await referred((call) => {
    answers(call);
    call.on("refer", ({ headers, reject }) => {
      wanted.push(headers.get("r"));
      reject(603, { headers: [{ name: "Warning", value: '399 x "not here"' }] });
    });
  });
  expect(answer).toEqual(["603 REFER"]);
  expect(wanted).toEqual(["<sip:+12065550100@192.0.2.9>"]);
  expect(peer.latest).toContain('Warning: 399 x "not here"');
});
