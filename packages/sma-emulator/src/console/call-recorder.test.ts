import { expect, test } from "@jest/globals";
import { CallRecords } from "@skill-call/call-console";
import { answer, callAndBridge, hangup } from "@skill-call/pstn-audio";
import type { SmaTraceEvent } from "../sma-trace.ts";
import {
  branchNumber,
  callerNumber,
  createTestService,
  smaNumber,
} from "../testing/test-service.ts";
import { CallRecorder } from "./call-recorder.ts";

const bridge = callAndBridge({
  callerIdNumber: smaNumber,
  endpoint: { type: "PSTN", number: branchNumber },
});
const inbound = `${callerNumber} → ${smaNumber}`;

/** A service whose steps are recorded. */
function recordedService(options: Parameters<typeof createTestService>[0]) {
  const records = new CallRecords();
  const recorder = new CallRecorder(records);
  const add = (step: Omit<SmaTraceEvent, "at">) => recorder.add({ at: 0, ...step });
  return { records, add, ...createTestService({ ...options, trace: add }) };
}

function bridgedService() {
  return recordedService({
    answers: {
      NEW_INBOUND_CALL: answer([bridge]),
      HANGUP: answer([hangup({ participantTag: "LEG-B" })]),
    },
  });
}

test("a call is a record of its own from its INVITE on, named by who calls whom", async () => {
  const { records, service, invite, clock } = bridgedService();
  const call = service.placeCall(invite);
  await clock.elapse(1000);
  expect(records.all).toMatchObject([{ id: call.transactionId, title: inbound }]);
  expect(records.all[0]).not.toHaveProperty("outcome");
  call.hangUp();
  await clock.elapse(1000);
  const [record] = records.all;
  expect(record?.outcome).toBe("Bridged");
  expect(record?.events[0]?.kind).toBe("call.placed");
  expect(record?.events.at(-1)?.kind).toBe("call.over");
});

test("calls that are on at once do not mix", async () => {
  const { records, service, invite, clock } = bridgedService();
  const calls = Array.from({ length: 20 }, () => service.placeCall(invite));
  await clock.elapse(1000);
  for (const call of calls) call.hangUp();
  await clock.elapse(1000);
  expect(records.all.map(({ id }) => id)).toEqual(calls.map((call) => call.transactionId));
  for (const { id, events, outcome } of records.all) {
    expect(outcome).toBe("Bridged");
    expect(new Set(events.map(({ transactionId }) => transactionId))).toEqual(new Set([id]));
    expect(events).toHaveLength(records.all[0]?.events.length ?? 0);
  }
});

test("a call that the service places begins with the order, or with its first event", async () => {
  const { records, add, service, clock } = recordedService({});
  const order = {
    sipMediaApplicationId: "sma-1",
    fromPhoneNumber: smaNumber,
    toPhoneNumber: branchNumber,
  };
  const { transactionId } = service.createCall(order);
  await clock.elapse(0);
  add({
    from: "skill",
    to: "pstn-audio",
    kind: "voice.request",
    label: "CreateSipMediaApplicationCall",
    detail: {
      operation: "CreateSipMediaApplicationCall",
      request: { transactionId: "", body: { FromPhoneNumber: "+1", ToPhoneNumber: "+2" } },
      answer: { status: 201, body: { SipMediaApplicationCall: { TransactionId: "t-2" } } },
    },
  });
  expect(records.all).toMatchObject([
    { id: transactionId, title: `${smaNumber} → ${branchNumber}` },
    { id: "t-2", title: "+1 → +2", events: [{ kind: "voice.request" }] },
  ]);
});

test("an update is a step of the call that it updates; a refused order is of none", () => {
  const { records, add, service, invite } = recordedService({});
  const { transactionId } = service.placeCall(invite);
  const request = { from: "skill", to: "pstn-audio", kind: "voice.request", label: "" } as const;
  add({
    ...request,
    detail: { operation: "UpdateSipMediaApplicationCall", request: { transactionId } },
  });
  add({
    ...request,
    detail: {
      operation: "CreateSipMediaApplicationCall",
      request: { transactionId: "", body: { FromPhoneNumber: "+1", ToPhoneNumber: "+2" } },
      answer: { status: 400, errorType: "BadRequestException", body: {} },
    },
  });
  expect(records.all.map(({ events }) => events.map(({ kind }) => kind))).toEqual([
    ["call.placed", "voice.request"],
  ]);
});

test("a request to the meetings API is the only live call's, and nobody's while there are several", async () => {
  const { records, add, service, invite } = recordedService({});
  const request = {
    from: "sma-handler",
    to: "meetings",
    kind: "meetings.request",
    label: "CreateMeeting",
  } as const;
  add(request);
  const first = service.placeCall(invite);
  add(request);
  service.placeCall(invite);
  add(request);
  const requests = records.all.map(
    ({ events }) => events.filter(({ kind }) => kind === "meetings.request").length,
  );
  expect(requests).toEqual([1, 0]);
  expect(records.find(first.transactionId)).toBeDefined();
});

test("a call that nobody takes is over when it is refused", async () => {
  const { records, service, invite, clock } = recordedService({});
  service.placeCall({ ...invite, to: "+16073339999" });
  await clock.elapse(0);
  expect(records.all).toMatchObject([{ outcome: expect.stringMatching(/^Refused: 404/) }]);
});
