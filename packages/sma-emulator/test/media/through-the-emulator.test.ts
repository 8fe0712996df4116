import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createManualClock, type ManualClock } from "@skill-call/emulation/testing";
import {
  type EdgeNote,
  openMediaEndpoint,
  openSipEdge,
  type SessionRules,
  tone,
  writeWav,
} from "@skill-call/phones";
import { type Body, formatNameAddress, type InboundCall, sdpBody } from "@skill-call/sip";
import { until } from "@skill-call/test-peers/until";
import { createLegMedia } from "../../src/media/create-leg-media.ts";
import {
  callerNumber,
  createTestService,
  smaNumber,
  type TestService,
  type TestServiceOptions,
  voiceConnectorArn,
} from "../../src/testing/test-service.ts";
import { loudest } from "./support/loudest.ts";
import { openRtpPhone, type RtpPhone } from "./support/rtp-phone.ts";

const [callerHz, calleeHz, speechHz, promptHz, otherHz] = [700, 1100, 1500, 1900, 2300];
const loud = 5000;
const quiet = 400;
const farewellMs = 3000;

let clock: ManualClock;
let folder: string;
const closing: { close(): unknown }[] = [];

beforeEach(async () => {
  clock = createManualClock();
  folder = await mkdtemp(join(tmpdir(), "through-"));
  await mkdir(join(folder, "prompts"));
  const prompt = writeWav({ sampleRate: 8000, samples: tone({ hz: promptHz, ms: 400 }) });
  await writeFile(join(folder, "prompts/prompt.wav"), prompt);
});
afterEach(async () => {
  for (const part of closing.splice(0).reverse()) await part.close();
  await rm(folder, { recursive: true });
});

async function phone(hz: number, onInvite?: (call: InboundCall, phone: RtpPhone) => void) {
  const opened = await openRtpPhone({ clock, hz, ...(onInvite && { onInvite }) });
  closing.push(opened);
  return opened;
}

const picksUp = (call: InboundCall, { takes }: RtpPhone) => {
  call.ring();
  void call.answer({ body: takes(call.body) });
};

interface Rig {
  readonly service: TestService;
  readonly number: string;
  readonly notes: readonly EdgeNote[];
  readonly legs: () => number;
}

interface RigOptions {
  readonly answers: TestServiceOptions["answers"];
  readonly callee: RtpPhone;
  readonly rules?: Partial<SessionRules>;
  readonly inactivityMs?: number;
}

async function rig({ answers, callee, rules = {}, inactivityMs }: RigOptions): Promise<Rig> {
  const notes: EdgeNote[] = [];
  const edge = await openSipEdge({
    listening: { host: "127.0.0.1", udpPort: 0, tcpPort: 0 },
    carriers: { byPrefix: {}, otherwise: callee.uri },
    voiceConnectors: { [voiceConnectorArn]: callee.uri },
    checksSkills: false,
    clock,
    rules: { anchored: true, strict: false, ...rules },
    inactivityMs,
    openMedia: ({ waits }) => openMediaEndpoint({ clock, waits }),
    log: () => {},
    tell: (note) => notes.push(note),
  });
  const media = createLegMedia({
    clock,
    endpointOf: async (callId) => edge.legs.find(callId)?.ownMedia(),
    earlyEndpointOf: async (callId) => edge.legs.find(callId)?.earlyMedia(),
    promptsFolder: folder,
    recordingsFolder: folder,
    synthesize: async () => tone({ hz: speechHz, ms: 400 }),
  });
  const service = createTestService({
    ...(answers && { answers }),
    ...{ clock, media, carrier: edge.carrier, voiceConnectors: edge.voiceConnectors },
  });
  edge.takeCalls((invite) => service.service.placeCall(invite));
  closing.push({
    close: async () => {
      await service.service.close();
      const closed = edge.close();
      // Far ends that do not answer any more are not waited for for long.
      await clock.elapse(farewellMs);
      await closed;
    },
  });
  const number = `sip:${smaNumber}@127.0.0.1:${edge.addresses[0]?.port}`;
  return { service, number, notes, legs: () => edge.legs.size };
}

const answer = (...Actions: readonly object[]) => ({ SchemaVersion: "1.0", Actions });
const bridge = {
  Type: "CallAndBridge",
  Parameters: {
    CallerIdNumber: smaNumber,
    Endpoints: [{ BridgeEndpointType: "AWS", Arn: voiceConnectorArn, Uri: "5550" }],
  },
};
const on = (ParticipantTag: string) => ({ ParticipantTag });
const speak = (leg: string) => ({ Type: "Speak", Parameters: { ...on(leg), Text: "Hello." } });
const play = (leg: string) => ({
  Type: "PlayAudio",
  Parameters: {
    ...on(leg),
    AudioSource: { Type: "S3", BucketName: "prompts", Key: "prompt.wav" },
  },
});
const sendDigits = (leg: string) => ({
  Type: "SendDigits",
  Parameters: { ...on(leg), Digits: "42#" },
});
const receiveDigits = {
  Type: "ReceiveDigits",
  Parameters: {
    InputDigitsRegex: "^\\d{2}#$",
    InBetweenDigitsDurationInMilliseconds: 1000,
    FlushDigitsDurationInMilliseconds: 10_000,
  },
};

/** Lets simulated time pass until something is so. */
const elapseUntil = (condition: () => boolean) => clock.elapseUntil(condition, 100);

/** Lets time pass until a phone has heard a tone. */
const hears = (phone: RtpPhone, hz: number, from = 0) =>
  elapseUntil(() => loudest(phone.heard().subarray(from), hz) > loud);

/** Both are on the call. */
async function bridged(rig: Rig, caller: RtpPhone): Promise<void> {
  const before = rig.service.told().length;
  caller.call(rig.number);
  await until(() => rig.service.told().length > before + 1);
}

const never = new AbortController().signal;

test("caller and callee hear each other, and each sees one session and no re-INVITE", async () => {
  const callee = await phone(calleeHz, picksUp);
  const caller = await phone(callerHz);
  const tested = await rig({ answers: { NEW_INBOUND_CALL: answer(bridge) }, callee });
  await bridged(tested, caller);
  await clock.elapse(1000);
  await hears(caller, calleeHz);
  expect(loudest(caller.heard(), callerHz)).toBeLessThan(quiet);
  await hears(callee, callerHz);
  expect(loudest(callee.heard(), calleeHz)).toBeLessThan(quiet);
  expect([caller.sessions.length, callee.sessions.length]).toEqual([1, 1]);
  expect([...caller.reinvites, ...callee.reinvites]).toEqual([]);
});

test.each([
  ["Speak", speak, speechHz],
  ["PlayAudio", play, promptHz],
])("%s on a leg of a bridge is heard there, together with the other end", async (_, action, hz) => {
  for (const leg of ["LEG-A", "LEG-B"]) {
    const callee = await phone(calleeHz, picksUp);
    const caller = await phone(callerHz);
    const tested = await rig({
      answers: ({ InvocationEventType: type, Sequence }) =>
        type === "NEW_INBOUND_CALL" ? answer(bridge) : Sequence === 2 && answer(action(leg)),
      callee,
    });
    await bridged(tested, caller);
    await clock.elapse(1500);
    const [there, elsewhere] = leg === "LEG-A" ? [caller, callee] : [callee, caller];
    const voice = leg === "LEG-A" ? calleeHz : callerHz;
    await hears(there, hz);
    await hears(there, voice);
    expect(loudest(elsewhere.heard(), hz)).toBeLessThan(quiet);
    expect(caller.sessions.length).toBe(1);
  }
});

test("a caller who heard us first is bridged without a re-INVITE, also one who would refuse it", async () => {
  const callee = await phone(calleeHz, picksUp);
  const caller = await phone(callerHz);
  const tested = await rig({
    answers: { NEW_INBOUND_CALL: answer(speak("LEG-A"), bridge) },
    callee,
  });
  caller.call(tested.number);
  await until(() => caller.sessions.length > 0);
  await elapseUntil(() => tested.service.told().length > 1);
  await clock.elapse(1000);
  await hears(caller, speechHz);
  await hears(caller, calleeHz);
  await hears(callee, callerHz);
  expect(caller.reinvites).toEqual([]);
  expect(tested.legs()).toBe(2);
});

test("keys of either end reach ReceiveDigits and the other end; SendDigits reaches its leg", async () => {
  const callee = await phone(calleeHz, picksUp);
  const caller = await phone(callerHz);
  const tested = await rig({
    answers: ({ InvocationEventType: type }) => {
      if (type === "NEW_INBOUND_CALL") return answer(receiveDigits, bridge);
      return type === "DIGITS_RECEIVED" ? answer(sendDigits("LEG-B")) : answer();
    },
    callee,
  });
  await bridged(tested, caller);
  await clock.elapse(200);
  for (const each of [caller, callee]) each.hush();
  void caller.media.sendDigits("12#", { toneMs: 100, signal: never });
  await clock.elapse(3000);
  await until(() => tested.service.told().includes("DIGITS_RECEIVED"));
  expect(
    tested.service.lambda.events.find((event) => event.InvocationEventType === "DIGITS_RECEIVED")
      ?.ActionData?.ReceivedDigits,
  ).toBe("12#");
  await clock.elapse(3000);
  await elapseUntil(() => callee.digits.length >= 6);
  expect(callee.digits.join("")).toBe("12#42#");
  void callee.media.sendDigits("9*", { toneMs: 100, signal: never });
  await clock.elapse(1000);
  await elapseUntil(() => caller.digits.length >= 2);
  expect(caller.digits.join("")).toBe("9*");
});

test("keys in INFO reach the other end as telephone-events", async () => {
  const callee = await phone(calleeHz, picksUp);
  const caller = await phone(callerHz);
  const tested = await rig({
    answers: { NEW_INBOUND_CALL: answer(receiveDigits, bridge) },
    callee,
  });
  const call = caller.call(tested.number);
  await until(() => tested.service.told().length > 1 && caller.sessions.length > 0);
  for (const signal of ["1", "2", "11"]) {
    const content = Buffer.from(`Signal=${signal}\r\nDuration=160`);
    expect(
      (await call.info({ body: { contentType: "application/dtmf-relay", content } })).status,
    ).toBe(200);
  }
  await clock.elapse(3000);
  await until(() => tested.service.told().includes("DIGITS_RECEIVED"));
  await elapseUntil(() => callee.digits.length >= 3);
  expect(callee.digits.join("")).toBe("12#");
});

/** Early media of one fork, then the answer of another, or busy. */
const forks =
  (end: (call: InboundCall, phone: RtpPhone) => void, other: () => RtpPhone) =>
  (call: InboundCall, self: RtpPhone) => {
    call.progress(183, { body: other().takes(call.body) });
    setImmediate(() => end(call, self));
  };

test("after early media of one fork and the answer of another the caller hears the one that answered, by one session", async () => {
  const early = await phone(otherHz);
  const held: (() => void)[] = [];
  const callee = await phone(
    calleeHz,
    forks(
      (call, { takes }) => held.push(() => void call.answer({ body: takes(call.body) })),
      () => early,
    ),
  );
  const caller = await phone(callerHz);
  const tested = await rig({ answers: { NEW_INBOUND_CALL: answer(bridge) }, callee });
  caller.call(tested.number);
  await until(() => caller.sessions.length > 0 && held.length > 0);
  await clock.elapse(500);
  await hears(caller, otherHz);
  await early.close();
  const before = caller.heard().length;
  for (const pickUp of held) pickUp();
  await until(() => caller.sessions.length > 1);
  await clock.elapse(1000);
  await hears(caller, calleeHz, before + 1600);
  const after = caller.heard().subarray(before + 1600);
  expect(loudest(after, otherHz)).toBeLessThan(quiet);
  await hears(callee, callerHz);
  expect(new Set(caller.sessions).size).toBe(1);
});

test("after early media and busy the caller hears Speak, by the same session", async () => {
  const early = await phone(otherHz);
  const held: (() => void)[] = [];
  const callee = await phone(
    calleeHz,
    forks(
      (call) => held.push(() => void call.reject(486)),
      () => early,
    ),
  );
  const caller = await phone(callerHz);
  const tested = await rig({
    answers: { NEW_INBOUND_CALL: answer(bridge), ACTION_FAILED: answer(speak("LEG-A")) },
    callee,
  });
  caller.call(tested.number);
  await until(() => caller.sessions.length > 0 && held.length > 0);
  for (const refuse of held) refuse();
  await until(() => caller.sessions.length > 1);
  await clock.elapse(1000);
  await hears(caller, speechHz);
  expect(new Set(caller.sessions).size).toBe(1);
});

/** A socket that counts the streams it gets. */
async function streams(): Promise<{ socket: Socket; port: number; seen: Set<number> }> {
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  const seen = new Set<number>();
  socket.on("message", (packet) => seen.add(packet.readUInt32BE(8)));
  closing.push(socket);
  return { socket, port: socket.address().port, seen };
}

test("a caller who hears ringback gets one stream, whatever the callee plays before it answers", async () => {
  const held: (() => void)[] = [];
  const callee = await phone(calleeHz, (call, self) => {
    const body = self.takes(call.body);
    call.progress(183, { body });
    held.push(() => void call.answer({ body }));
  });
  const caller = await phone(callerHz);
  const { port, seen } = await streams();
  const tested = await rig({
    answers: { NEW_INBOUND_CALL: answer(speak("LEG-A"), bridge) },
    callee,
  });
  const offer = caller.media.offer().replace(/m=audio \d+/, `m=audio ${port}`);
  const call = caller.agent.invite({
    target: tested.number,
    from: `sip:${callerNumber}@127.0.0.1`,
    body: sdpBody(offer),
  });
  let answered = false;
  call.on("answered", () => {
    answered = true;
  });
  await until(() => answered);
  await elapseUntil(() => held.length > 0);
  await clock.elapse(1000);
  for (const pickUp of held) pickUp();
  await until(() => tested.service.told().length > 1);
  await clock.elapse(1000);
  expect(seen.size).toBe(1);
});

test("a caller who is not answered hears RingbackTone, in the session that the answer has", async () => {
  const held: (() => void)[] = [];
  const callee = await phone(calleeHz, (call, self) => {
    call.progress(180, {});
    held.push(() => void call.answer({ body: self.takes(call.body) }));
  });
  const caller = await phone(callerHz);
  const RingbackTone = { Type: "S3", BucketName: "prompts", Key: "not-there.wav" };
  const withTone = { ...bridge, Parameters: { ...bridge.Parameters, RingbackTone } };
  const tested = await rig({ answers: { NEW_INBOUND_CALL: answer(withTone) }, callee });
  const { port, seen } = await streams();
  const sessions: string[] = [];
  const call = caller.agent.invite({
    target: tested.number,
    from: `sip:${callerNumber}@127.0.0.1`,
    body: sdpBody(caller.media.offer().replace(/m=audio \d+/, `m=audio ${port}`)),
  });
  const keep = ({ body }: { readonly body?: Body | undefined }) =>
    body && sessions.push(body.content.toString());
  call.on("provisional", keep);
  call.on("answered", keep);
  await until(() => sessions.length === 1 && held.length === 1);
  await clock.elapse(500);
  expect(seen.size).toBe(1);
  for (const pickUp of held) pickUp();
  await until(() => sessions.length === 2);
  expect(sessions[1]).toBe(sessions[0]);
  await clock.elapse(500);
  expect(seen.size).toBe(1);
});

test("media go to where a caller's come from, not to where its SDP says", async () => {
  const callee = await phone(calleeHz, picksUp);
  const caller = await phone(callerHz);
  const tested = await rig({ answers: { NEW_INBOUND_CALL: answer(speak("LEG-A")) }, callee });
  const body = sdpBody(caller.media.offer().replace(/m=audio \d+/, "m=audio 9"));
  const call = caller.agent.invite({ target: tested.number, from: "sip:a@127.0.0.1", body });
  call.on("answered", (ok) => caller.media.accept(String(ok.body?.content)));
  await until(() => call !== undefined && tested.legs() > 0);
  await elapseUntil(() => tested.service.told().length > 1);
  await hears(caller, speechHz);
});

test("a caller that never acknowledges the answer is sent nothing", async () => {
  const callee = await phone(calleeHz, picksUp);
  const { port, seen } = await streams();
  const tested = await rig({ answers: { NEW_INBOUND_CALL: answer(speak("LEG-A")) }, callee });
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  closing.push(socket);
  const offer = callee.media.offer().replace(/m=audio \d+/, `m=audio ${port}`);
  const invite = [
    `INVITE ${tested.number} SIP/2.0`,
    `Via: SIP/2.0/UDP 127.0.0.1:${socket.address().port};branch=z9hG4bK1`,
    "From: <sip:a@x>;tag=1",
    "To: <sip:b@x>",
    "Call-ID: unacknowledged",
    "CSeq: 1 INVITE",
    "Content-Type: application/sdp",
    `Content-Length: ${offer.length}`,
    "",
    offer,
  ].join("\r\n");
  const answered = new Promise<void>((resolve) =>
    socket.on("message", (bytes) => bytes.toString().startsWith("SIP/2.0 200") && resolve()),
  );
  socket.send(invite, Number(tested.number.split(":").at(-1)), "127.0.0.1");
  await answered;
  await clock.elapse(3000);
  expect(seen.size).toBe(0);
});

test("a 200 without a session is of no use, unless that answerer said its session before", async () => {
  for (const saidBefore of [false, true]) {
    const callee = await phone(calleeHz, (call, { takes }) => {
      const body = takes(call.body);
      if (saidBefore) call.progress(183, { body });
      void call.answer();
    });
    const caller = await phone(callerHz);
    const tested = await rig({ answers: { NEW_INBOUND_CALL: answer(bridge) }, callee });
    caller.call(tested.number);
    await until(() => tested.service.told().length > 1);
    expect(tested.service.told()[1]).toBe(saidBefore ? "ACTION_SUCCESSFUL" : "ACTION_FAILED");
  }
});

test("a hold is between a far end and us: the other hears silence, and is not asked", async () => {
  const callee = await phone(calleeHz, picksUp);
  const caller = await phone(callerHz);
  const tested = await rig({ answers: { NEW_INBOUND_CALL: answer(bridge) }, callee });
  const call = caller.call(tested.number);
  await until(() => tested.service.told().length > 1 && caller.sessions.length > 0);
  await clock.elapse(500);
  const hold = sdpBody(caller.media.offer().replace("a=sendrecv", "a=sendonly"));
  const held = await call.reinvite({ body: hold });
  expect(String(held.body?.content)).toContain("a=recvonly");
  expect(callee.reinvites).toEqual([]);
  const before = caller.heard().length;
  await clock.elapse(500);
  expect(caller.heard().length - before).toBeLessThan(800);
});

test("a phone that vanished is asked, and hung up on", async () => {
  const callee = await phone(calleeHz, picksUp);
  const caller = await phone(callerHz);
  const tested = await rig({
    answers: { NEW_INBOUND_CALL: answer(bridge) },
    callee,
    inactivityMs: 5000,
  });
  await bridged(tested, caller);
  await clock.elapse(7000);
  expect(tested.notes).toEqual([]);
  await caller.close();
  await clock.elapse(16_000);
  await until(() => tested.service.told().includes("HANGUP"));
  expect(tested.notes[0]?.label).toBe("no media for 5 s, and no answer to OPTIONS: hung up");
});

test("a transfer by REFER is declined, told, and costs nothing", async () => {
  const callee = await phone(calleeHz, picksUp);
  const caller = await phone(callerHz);
  const tested = await rig({ answers: { NEW_INBOUND_CALL: answer(bridge) }, callee });
  const call = caller.call(tested.number);
  let to = "";
  call.on("answered", ({ headers }) => {
    to = headers.get("To") ?? "";
  });
  await until(() => tested.service.told().length > 1 && to !== "");
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  closing.push(socket);
  const refer = [
    `REFER ${tested.number} SIP/2.0`,
    `Via: SIP/2.0/UDP 127.0.0.1:${socket.address().port};branch=z9hG4bK1`,
    `From: ${formatNameAddress(call.from)}`,
    `To: ${to}`,
    `Call-ID: ${call.callId}`,
    "CSeq: 2 REFER",
    "Refer-To: <sip:+12065550100@127.0.0.1>",
    "\r\n",
  ].join("\r\n");
  socket.send(refer, Number(tested.number.split(":").at(-1)), "127.0.0.1");
  const [declined] = (await once(socket, "message")) as [Buffer];
  expect(declined.toString()).toMatch(/^SIP\/2\.0 603 Decline\r\n[\s\S]*\r\nWarning: 399 /);
  expect(tested.notes.map(({ from, label }) => [from, label])).toEqual([
    ["caller", "REFER declined: the service transfers no calls, the Lambda bridges them"],
  ]);
  expect(tested.legs()).toBe(2);
});

test("both legs of a call are recorded, without what is said while the recording is paused, and can be played", async () => {
  const record = {
    Type: "StartCallRecording",
    Parameters: {
      CallId: "LEG",
      Track: "BOTH",
      Destination: { Type: "S3", Location: "recordings/calls" },
    },
  };
  const callee = await phone(calleeHz, picksUp);
  const caller = await phone(callerHz);
  let leg = "";
  const ofLeg = (Type: string) => ({ Type, Parameters: { CallId: leg } });
  const next = [
    () => answer({ ...record, Parameters: { ...record.Parameters, CallId: leg } }),
    () => answer({ Type: "Pause", Parameters: { DurationInMilliseconds: "1000" } }),
    () =>
      answer(
        ofLeg("PauseCallRecording"),
        { Type: "Pause", Parameters: { DurationInMilliseconds: "3000" } },
        ofLeg("ResumeCallRecording"),
        speak("LEG-A"),
        ofLeg("StopCallRecording"),
      ),
  ];
  const tested = await rig({
    answers: ({ InvocationEventType: type, CallDetails }) => {
      leg = CallDetails.Participants[0]?.CallId ?? "";
      if (type === "NEW_INBOUND_CALL") return answer(bridge);
      return type === "ACTION_SUCCESSFUL" ? (next.shift()?.() ?? answer()) : answer();
    },
    callee,
  });
  await bridged(tested, caller);
  await clock.elapse(6000);
  const place = join(folder, "recordings/calls");
  await until(() => existsSync(place));
  const [name = ""] = await readdir(place);
  let file = Buffer.alloc(0);
  await until(async () => {
    file = await readFile(join(place, name));
    return file.length > 44;
  });
  const channels = file.readUInt16LE(22);
  const samples = new Int16Array(file.buffer, file.byteOffset + 44, (file.length - 44) / 2);
  const channel = (at: number) => samples.filter((_, i) => i % 2 === at);
  expect(channels).toBe(2);
  const [incoming, outgoing] = [channel(0), channel(1)];
  expect(incoming.length).toBeGreaterThan(8000);
  expect(incoming.length).toBeLessThan(16_000);
  expect(loudest(incoming, callerHz)).toBeGreaterThan(loud);
  expect(loudest(incoming, calleeHz)).toBeLessThan(quiet);
  expect(loudest(outgoing, calleeHz)).toBeGreaterThan(loud);
  expect(loudest(outgoing, speechHz)).toBeGreaterThan(loud);
});
