import { describe, expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import type { Phone, ScriptedPhones } from "@skill-call/phones";
import { answer, callAndBridge, speak } from "@skill-call/pstn-audio";
import {
  branchNumber,
  callerNumber,
  createTestService,
  skillClientId,
  smaNumber,
  voiceConnectorArn,
} from "../../testing/test-service.ts";
import type { Ringback } from "../media/media.ts";
import { createSilentMedia } from "../media/silent-media.ts";

const toPhone = { type: "PSTN", number: branchNumber } as const;
const toCentre = { type: "AWS", arn: voiceConnectorArn, uri: "5550" } as const;

test("a phone is called with the caller ID asked for, without headers", async () => {
  const bench = createTestService({
    answers: {
      NEW_INBOUND_CALL: answer([callAndBridge({ callerIdNumber: smaNumber, endpoint: toPhone })]),
    },
  });
  const call = bench.service.placeCall({ ...bench.invite, headers: { "X-Mine": "1" } });
  await bench.clock.elapse(0);
  expect(bench.dialled).toEqual([
    {
      transactionId: call.transactionId,
      callId: "id-3",
      bridgedWith: call.callId,
      from: smaNumber,
      to: branchNumber,
      headers: {},
    },
  ]);
});

test("a contact centre is called with the user part and the headers asked for", async () => {
  const sipHeaders = { "User-to-User": "6373693d31;encoding=hex", "X-Call-Context-Id": "1" };
  const bench = createTestService({
    answers: {
      NEW_INBOUND_CALL: answer([
        callAndBridge({ callerIdNumber: smaNumber, endpoint: toCentre, sipHeaders }),
      ]),
    },
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.dialled).toMatchObject([
    { arn: voiceConnectorArn, user: "5550", to: "5550", headers: sipHeaders },
  ]);
  expect(bench.trace.map(({ kind, to }) => `${kind} ${to}`)).toContain(
    "leg.dialled contact-centre",
  );
});

describe("a call that is not answered fails with CallNotAnswered, the caller waits on", () => {
  test.each<[string, (phones: ScriptedPhones) => Phone, number, number]>([
    ["busy", (phones) => phones.busy(), 0, 486],
    ["declined", (phones) => phones.declines({ afterMs: 2000 }), 2000, 603],
    ["out of reach", (phones) => phones.outOfReach(), 0, 503],
    ["no answer for 30 s", (phones) => phones.noAnswer(), 30_000, 408],
  ])("%s", async (_what, callee, afterMs, sipCode) => {
    const bench = createTestService({
      answers: {
        NEW_INBOUND_CALL: answer([callAndBridge({ callerIdNumber: smaNumber, endpoint: toPhone })]),
      },
      callee,
    });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(afterMs);
    expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "ACTION_FAILED"]);
    expect(bench.lambda.events[1]?.ActionData).toMatchObject({
      ErrorType: "CallNotAnswered",
      ErrorMessage: "Call not answered",
    });
    expect(bench.lambda.events[1]?.CallDetails.Participants).toHaveLength(1);
    expect(call.progress).toEqual([{ type: "ringing" }]);
    expect(bench.trace).toContainEqual(
      expect.objectContaining({ kind: "leg.not-answered", detail: { sipCode } }),
    );
  });
});

describe("while it rings", () => {
  const ringbackTone = { bucketName: "prompts", key: "ring.wav" };

  /** Rings for 3 s; what the caller hears meanwhile. */
  async function ringing(actions: Parameters<typeof answer>[0]) {
    const heard: { ringback: Ringback; stopped: () => boolean }[] = [];
    const silent = createSilentMedia({ clock: createManualClock() });
    const bench = createTestService({
      answers: { NEW_INBOUND_CALL: answer(actions) },
      callee: (phones) => phones.answers({ afterMs: 3000 }),
      media: {
        ...silent,
        speak: async () => {},
        ringBack: async (ringback, signal) => {
          heard.push({ ringback, stopped: () => signal.aborted });
        },
      },
    });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(2999);
    return { ...bench, call, heard };
  }

  const bridge = { callerIdNumber: smaNumber, endpoint: toPhone };
  const greeting = speak({ text: "One moment.", callId: "id-1" });

  test("a caller who was answered hears a ringback tone, until the callee answers", async () => {
    const { heard, clock, call, trace } = await ringing([greeting, callAndBridge(bridge)]);
    expect(heard.map(({ ringback }) => ringback)).toEqual([{ callId: call.callId }]);
    expect(heard[0]?.stopped()).toBe(false);
    await clock.elapse(1);
    expect(heard[0]?.stopped()).toBe(true);
    expect(trace).toContainEqual(
      expect.objectContaining({
        kind: "leg.ringback",
        to: "caller",
        label: "plays a ringback tone while it rings",
      }),
    );
  });

  test("they hear the file that is to be played", async () => {
    const { heard, call } = await ringing([greeting, callAndBridge({ ...bridge, ringbackTone })]);
    expect(heard.map(({ ringback }) => ringback)).toEqual([
      { callId: call.callId, file: ringbackTone },
    ]);
  });

  test("they hear it no more once they have hung up", async () => {
    const { heard, clock, call } = await ringing([greeting, callAndBridge(bridge)]);
    call.hangUp();
    await clock.elapse(0);
    expect(heard[0]?.stopped()).toBe(true);
  });

  test("a caller who rings, too, hears what their own network plays", async () => {
    const { heard } = await ringing([callAndBridge(bridge)]);
    expect(heard).toEqual([]);
  });

  test("or the file that is to be played, and is not answered by that", async () => {
    const { heard, service } = await ringing([callAndBridge({ ...bridge, ringbackTone })]);
    expect(heard.map(({ ringback }) => ringback.file)).toEqual([ringbackTone]);
    expect(service.legsUp()).toEqual([]);
  });

  test("that file is heard from the start, also by the caller of a callee who is busy", async () => {
    const bench = createTestService({
      answers: { NEW_INBOUND_CALL: answer([callAndBridge({ ...bridge, ringbackTone })]) },
      callee: (phones) => phones.busy(),
    });
    bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    expect(bench.trace).toContainEqual(
      expect.objectContaining({ kind: "leg.ringback", label: "plays ring.wav while it rings" }),
    );
  });
});

test("CallTimeoutSeconds is how long it rings", async () => {
  const endpoint = toPhone;
  const bench = createTestService({
    answers: {
      NEW_INBOUND_CALL: answer([
        callAndBridge({ callerIdNumber: smaNumber, endpoint, timeoutSeconds: 5 }),
      ]),
    },
    callee: (phones) => phones.answers({ afterMs: 5001 }),
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(4999);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL"]);
  await bench.clock.elapse(1);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "ACTION_FAILED"]);
  await bench.clock.elapse(60_000);
  expect(bench.service.legsUp()).toEqual([]);
});

test("voice mail is an answer like any other", async () => {
  const bench = createTestService({
    answers: {
      NEW_INBOUND_CALL: answer([callAndBridge({ callerIdNumber: smaNumber, endpoint: toPhone })]),
    },
    callee: (phones) => phones.voiceMail(),
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(15_000);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL"]);
  await bench.clock.elapse(60_000);
  expect(bench.told().at(-1)).toBe("HANGUP");
});

test("a phone is called without the headers that a Lambda gives a call to a phone number", async () => {
  const parameters = {
    CallerIdNumber: smaNumber,
    Endpoints: [{ BridgeEndpointType: "PSTN", Uri: branchNumber }],
    SipHeaders: { "X-A": "1" },
  };
  const bench = createTestService({
    answers: {
      NEW_INBOUND_CALL: {
        SchemaVersion: "1.0",
        Actions: [{ Type: "CallAndBridge", Parameters: parameters }],
      },
    },
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.dialled).toMatchObject([{ to: branchNumber, headers: {} }]);
});

describe("fails before anybody is called", () => {
  async function failureOf(Parameters: object, invite: object = {}) {
    const bench = createTestService({
      answers: {
        NEW_INBOUND_CALL: {
          SchemaVersion: "1.0",
          Actions: [{ Type: "CallAndBridge", Parameters }],
        },
      },
    });
    bench.service.placeCall({ ...bench.invite, ...invite });
    await bench.clock.elapse(0);
    expect(bench.dialled).toEqual([]);
    return bench.lambda.events[1]?.ActionData;
  }

  const Endpoints = [{ BridgeEndpointType: "PSTN", Uri: branchNumber }];

  test.each([
    ["no caller ID", { Endpoints }, /Caller ID not defined/],
    [
      "a caller ID that is not a number",
      { Endpoints, CallerIdNumber: "Example" },
      /Invalid caller ID/,
    ],
    [
      "somebody else's caller ID",
      { Endpoints, CallerIdNumber: "+12045550142" },
      /Invalid caller ID number provided/,
    ],
    [
      "no endpoint",
      { Endpoints: [], CallerIdNumber: smaNumber },
      /Invalid number of endpoints provided/,
    ],
    [
      "an endpoint that is not a number",
      { Endpoints: [{ BridgeEndpointType: "PSTN", Uri: "5550" }], CallerIdNumber: smaNumber },
      /Endpoint parameter is invalid/,
    ],
    [
      "a timeout out of range",
      { Endpoints, CallerIdNumber: smaNumber, CallTimeoutSeconds: 121 },
      /The MaxCallTimeout parameter is invalid/,
    ],
    [
      "headers that nobody may send",
      { Endpoints, CallerIdNumber: smaNumber, SipHeaders: { "X-Amzn-A": "1" } },
      /Invalid SIP header\(s\) provided: X-Amzn-A/,
    ],
    [
      "a Voice Connector that the account does not have",
      {
        Endpoints: [
          {
            BridgeEndpointType: "AWS",
            Arn: `${voiceConnectorArn}x`,
            Uri: "5550",
          },
        ],
        CallerIdNumber: smaNumber,
      },
      /Endpoint parameter is invalid/,
    ],
  ])("%s", async (_why, parameters, message) => {
    expect(await failureOf(parameters)).toMatchObject({
      ErrorType: "InvalidActionParameter",
      ErrorMessage: expect.stringMatching(message),
    });
  });

  test("the caller's own number, when an Alexa device calls", async () => {
    const parameters = { Endpoints, CallerIdNumber: callerNumber };
    expect(await failureOf(parameters, { skillClientId })).toMatchObject({
      ErrorMessage: expect.stringMatching(/Invalid caller ID number provided/),
    });
  });
});

test("the caller's own number is a good caller ID, when a phone calls", async () => {
  const bridge = callAndBridge({ callerIdNumber: callerNumber, endpoint: toPhone });
  const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([bridge]) } });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.dialled).toMatchObject([{ from: callerNumber }]);
});

test("a call that is bridged cannot be bridged again", async () => {
  const bridge = callAndBridge({ callerIdNumber: smaNumber, endpoint: toPhone });
  const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([bridge, bridge]) } });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.lastEvent().ActionData?.ErrorType).toBe("SystemException");
  expect(bench.log.map(({ message }) => message)).toContain(
    "CallAndBridge failed: SystemException, the call is bridged already",
  );
});

test("a network that breaks fails the action, not the service", async () => {
  const bridge = callAndBridge({ callerIdNumber: smaNumber, endpoint: toPhone });
  const bench = createTestService({
    answers: { NEW_INBOUND_CALL: answer([bridge]) },
    carrier: {
      dial: () => {
        throw new Error("no route");
      },
    },
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.lastEvent().ActionData?.ErrorType).toBe("SystemException");
});
