import { createSocket } from "node:dgram";
import { once } from "node:events";
import { afterEach, expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import { MessageStory, openMediaEndpoint, openSipEdge, type SipEdge } from "@skill-call/phones";
import { answer, callAndBridge, hangup } from "@skill-call/pstn-audio";
import {
  type CallResponse,
  createUserAgent,
  type InboundCall,
  openUdpTransport,
  sdpBody,
  standardTimers,
} from "@skill-call/sip";
import { until } from "@skill-call/test-peers/until";
import type { SmaTraceEvent } from "../src/sma-trace.ts";
import {
  branchNumber,
  callerNumber,
  createTestService,
  smaNumber,
  type TestServiceOptions,
  voiceConnectorArn,
} from "../src/testing/test-service.ts";

const transactionsMs = 32_000;
/** A machine that is busy is not to make a phone say things twice. */
const patient = { ...standardTimers, t1: 20_000 };
const media = "s=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 9 RTP/AVP 0\r\n";
const offer = sdpBody(`v=0\r\no=ana 1 1 IN IP4 127.0.0.1\r\n${media}`);
const session = sdpBody(`v=0\r\no=desk 2 2 IN IP4 127.0.0.1\r\n${media}`);

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of closing.splice(0)) await part.close();
});

/** A SIP phone on a port of its own. */
async function phone(onInvite: (call: InboundCall) => void = () => {}) {
  const transport = await openUdpTransport();
  const agent = createUserAgent({ transports: [transport], onInvite, timers: patient });
  closing.push(agent);
  return { agent, uri: `sip:127.0.0.1:${transport.advertised.port}` };
}

/** The service with SIP at its edges, its calls told message by message. */
async function serviceWithSip(
  callee: string,
  answers: TestServiceOptions["answers"],
  limits: TestServiceOptions["limits"] = {},
) {
  const clock = createManualClock();
  const steps: SmaTraceEvent[] = [];
  const story = new MessageStory(clock, (step) => steps.push(step));
  const edge: SipEdge = await openSipEdge({
    listening: { host: "127.0.0.1", udpPort: 0, tcpPort: 0 },
    carriers: { byPrefix: {}, otherwise: callee },
    voiceConnectors: { [voiceConnectorArn]: callee },
    checksSkills: false,
    rules: { anchored: true, strict: false },
    clock,
    openMedia: () => openMediaEndpoint({ host: "127.0.0.1", clock, log: () => {} }),
    log: () => {},
    story,
  });
  const { service } = createTestService({
    ...(answers && { answers }),
    limits,
    carrier: edge.carrier,
    voiceConnectors: edge.voiceConnectors,
  });
  closing.unshift(service, edge);
  const number = `sip:${smaNumber}@127.0.0.1:${edge.addresses[0]?.port}`;
  return { clock, edge, service, steps, story, number };
}

/** Calls, hangs up once there is an answer, and waits until that is told. */
async function callFrom({ agent }: Awaited<ReturnType<typeof phone>>, target: string) {
  const call = agent.invite({ target, from: `sip:${callerNumber}@127.0.0.1`, body: offer });
  await new Promise<void>((resolve) => {
    call.on("answered", () => void call.bye());
    call.on("ended", () => resolve());
    call.on("failed", () => resolve());
  });
}

const bridge = { callerIdNumber: smaNumber };
const toPhone = { type: "PSTN", number: branchNumber } as const;
const toCentre = { type: "AWS", arn: voiceConnectorArn, uri: "5550" } as const;

const rings = (call: InboundCall) => {
  call.ring();
  void call.answer({ body: session });
};

/** Who to whom, what; a request without where it went. */
const labelled = ({ from, to, label }: SmaTraceEvent) =>
  `${from} → ${to}: ${label.replace(/ sip:.*/, "")}`;
const callIdOf = ({ detail }: SmaTraceEvent) => (detail as { sipCallId: string }).sipCallId;

test.each([
  ["a carrier", callAndBridge({ ...bridge, endpoint: toPhone }), "callee"],
  ["a Voice Connector", callAndBridge({ ...bridge, endpoint: toCentre }), "contact-centre"],
])("a call to %s is told message by message, both legs of it", async (_, action, farEnd) => {
  const callee = await phone(rings);
  const { clock, edge, steps, story, service, number } = await serviceWithSip(callee.uri, {
    NEW_INBOUND_CALL: answer([action]),
    HANGUP: answer([hangup({ participantTag: "LEG-B" })]),
  });
  edge.takeCalls((invite) => service.placeCall(invite));
  await callFrom(await phone(), number);
  await until(() => edge.legs.size === 0);
  const [first] = steps.map(callIdOf);
  const ofCaller = steps.filter((step) => callIdOf(step) === first).map(labelled);
  const ofCallee = steps.filter((step) => callIdOf(step) !== first).map(labelled);
  expect(ofCaller).toEqual([
    "caller → pstn-audio: INVITE",
    "pstn-audio → caller: 100 Trying (INVITE)",
    "pstn-audio → caller: 180 Ringing (INVITE)",
    "pstn-audio → caller: 200 OK (INVITE)",
    "caller → pstn-audio: ACK",
    "caller → pstn-audio: BYE",
    "pstn-audio → caller: 200 OK (BYE)",
  ]);
  expect(ofCallee).toEqual([
    `pstn-audio → ${farEnd}: INVITE`,
    `${farEnd} → pstn-audio: 100 Trying (INVITE)`,
    `${farEnd} → pstn-audio: 180 Ringing (INVITE)`,
    `${farEnd} → pstn-audio: 200 OK (INVITE)`,
    `pstn-audio → ${farEnd}: ACK`,
    `pstn-audio → ${farEnd}: BYE`,
    `${farEnd} → pstn-audio: 200 OK (BYE)`,
  ]);
  expect(new Set(steps.map(({ transactionId }) => transactionId))).toEqual(new Set(["id-2"]));
  clock.advance(transactionsMs);
  expect(story.size).toBe(0);
});

test("the phone that an outbound call rings is the caller", async () => {
  const callee = await phone((call) => void call.ring());
  const { edge, steps, service } = await serviceWithSip(callee.uri, {});
  const { transactionId } = service.createCall({
    sipMediaApplicationId: "sma-1",
    fromPhoneNumber: smaNumber,
    toPhoneNumber: callerNumber,
  });
  await until(() => steps.some(({ label }) => label === "180 Ringing (INVITE)"));
  expect(steps[0]).toMatchObject({ from: "pstn-audio", to: "caller", transactionId });
  expect(edge.legs.size).toBe(1);
});

test("a call that is refused before it is one is told without a transaction", async () => {
  const { edge, steps, story, number } = await serviceWithSip("sip:127.0.0.1:9", {});
  await callFrom(await phone(), number);
  await until(() => steps.length === 4);
  expect(steps.map(labelled)).toEqual([
    "caller → pstn-audio: INVITE",
    "pstn-audio → caller: 100 Trying (INVITE)",
    "pstn-audio → caller: 503 Service Unavailable (INVITE)",
    "caller → pstn-audio: ACK",
  ]);
  expect(steps.filter(({ transactionId }) => transactionId !== undefined)).toEqual([]);
  expect(edge.legs.size + story.size).toBe(0);
});

test("a caller who is to come again is told when (RFC 3261 §20.33)", async () => {
  const { edge, service, number } = await serviceWithSip(
    "sip:127.0.0.1:9",
    {},
    { openInvocations: 0 },
  );
  edge.takeCalls((invite) => service.placeCall(invite));
  const { agent } = await phone();
  const call = agent.invite({ target: number, from: `sip:${callerNumber}@127.0.0.1`, body: offer });
  const failed = await new Promise<CallResponse>((resolve) => call.on("failed", resolve));
  expect(failed).toMatchObject({ status: 503 });
  expect(failed.headers.get("Retry-After")).toBe("5");
  expect(edge.legs.size).toBe(0);
});

test("a phone may register; what it asks for is granted", async () => {
  const { edge } = await serviceWithSip("sip:127.0.0.1:9", {});
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  const contact = `<sip:ana@127.0.0.1:${socket.address().port}>`;
  const register = [
    "REGISTER sip:127.0.0.1 SIP/2.0",
    "Via: SIP/2.0/UDP 127.0.0.1;rport;branch=z9hG4bK1",
    "From: <sip:ana@127.0.0.1>;tag=1",
    "To: <sip:ana@127.0.0.1>",
    "Call-ID: registration",
    "CSeq: 1 REGISTER",
    `Contact: ${contact};expires=60, <sip:ana@127.0.0.2>;expires=0`,
    "\r\n",
  ].join("\r\n");
  socket.send(register, edge.addresses[0]?.port ?? 0, "127.0.0.1");
  const [answer] = (await once(socket, "message")) as [Buffer];
  socket.close();
  const lines = answer.toString().split("\r\n");
  expect(lines[0]).toBe("SIP/2.0 200 OK");
  expect(lines.filter((line) => line.startsWith("Contact"))).toEqual([
    `Contact: ${contact};expires=60`,
  ]);
});
