import { describe, expect, test } from "@jest/globals";
import { createFakeLambda } from "@skill-call/lambda-runner/testing";
import { answer, hangup, pause, speak } from "@skill-call/pstn-audio";
import { createTestService, smaNumber } from "../testing/test-service.ts";
import type { WireEvent } from "./events/wire-event.ts";

const wait = answer([pause({ durationInMilliseconds: 30_000 })]);
const forever = () => new Promise(() => {});

function failing(times: number, then: unknown) {
  let left = times;
  return () => {
    left -= 1;
    if (left >= 0) throw new RangeError("broken");
    return then;
  };
}

describe("a Lambda that gives no answer", () => {
  test("is invoked once more, with the same event", async () => {
    const bench = createTestService({ answers: failing(1, wait) });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    expect(bench.lambda.events).toHaveLength(2);
    expect(bench.lambda.events[1]).toEqual(bench.lambda.events[0]);
    expect(call.progress).toEqual([{ type: "ringing" }]);
    expect(bench.trace).toContainEqual(
      expect.objectContaining({ kind: "sma.failed", label: "no answer: broken" }),
    );
    expect(bench.log).toContainEqual({
      level: "error",
      message: "The Lambda gave no answer: RangeError",
      transactionId: call.transactionId,
    });
  });

  test("twice, on a new call: the caller gets 480 and nobody hears of it again", async () => {
    const bench = createTestService({ answers: failing(2, wait) });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    await call.over;
    expect(call.progress.at(-1)).toMatchObject({ type: "refused", sipCode: 480 });
    expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "NEW_INBOUND_CALL"]);
    expect(bench.service.calls()).toEqual([]);
  });

  test("twice, on a call that is up: every leg is hung up, the Lambda is told so", async () => {
    const bench = createTestService({
      answers: ({ InvocationEventType }) => {
        if (InvocationEventType === "ACTION_SUCCESSFUL") throw new Error("broken");
        return answer([speak({ text: "hello", callId: "id-1" })]);
      },
    });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(60_000);
    expect(bench.told()).toEqual([
      "NEW_INBOUND_CALL",
      "ACTION_SUCCESSFUL",
      "ACTION_SUCCESSFUL",
      "HANGUP",
    ]);
    expect(bench.lastEvent()).toMatchObject({
      Sequence: 3,
      ActionData: { Parameters: { SipResponseCode: 480 } },
    });
    expect(call.progress.at(-1)).toEqual({ type: "ended", by: "service" });
    expect(bench.service.legsUp()).toEqual([]);
  });

  test("to its last HANGUP ends nothing more: there is nothing to end", async () => {
    const bench = createTestService({
      answers: ({ InvocationEventType }) => {
        if (InvocationEventType === "HANGUP") throw new Error("broken");
        return answer([hangup()]);
      },
    });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    await call.over;
    expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "HANGUP", "HANGUP"]);
  });

  test("is waited for 5 s, twice", async () => {
    const bench = createTestService({ answers: forever });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(4999);
    expect(bench.lambda.events).toHaveLength(1);
    await bench.clock.elapse(1);
    expect(bench.lambda.events).toHaveLength(2);
    await bench.clock.elapse(4999);
    expect(call.progress).toEqual([{ type: "ringing" }]);
    await bench.clock.elapse(1);
    expect(call.progress.at(-1)).toMatchObject({ type: "refused", sipCode: 480 });
    expect(bench.trace.filter(({ kind }) => kind === "sma.failed")).toEqual([
      expect.objectContaining({
        label: "no answer: AWS Lambda client operation timed out.",
        durationMs: 5000,
      }),
      expect.anything(),
    ]);
  });

  test("may have longer, as another page of the guide says", async () => {
    const bench = createTestService({ answers: forever, limits: { answerMs: 20_000 } });
    bench.service.placeCall(bench.invite);
    await bench.clock.elapse(19_999);
    expect(bench.lambda.events).toHaveLength(1);
  });

  test("what it answers after its time is ignored", async () => {
    const answers: ((payload: unknown) => void)[] = [];
    const bench = createTestService({
      answers: () => new Promise((resolve) => void answers.push(resolve)),
    });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(5000);
    answers[0]?.(answer([hangup({ sipResponseCode: "486" })]));
    await bench.clock.elapse(0);
    expect(call.progress).toEqual([{ type: "ringing" }]);
    answers[1]?.(answer([hangup({ sipResponseCode: "480" })]));
    await bench.clock.elapse(0);
    expect(call.progress.at(-1)).toMatchObject({ type: "refused", sipCode: 480 });
  });

  test("before an outbound call rings: nobody is rung", async () => {
    const bench = createTestService({ answers: failing(2, wait) });
    const call = bench.service.createCall({
      sipMediaApplicationId: "sma-1",
      fromPhoneNumber: smaNumber,
      toPhoneNumber: "+12045551111",
    });
    await bench.clock.elapse(0);
    await call.over;
    expect(bench.told()).toEqual(["NEW_OUTBOUND_CALL", "NEW_OUTBOUND_CALL"]);
    expect(bench.dialled).toEqual([]);
  });
});

describe("a SIP rule with two applications", () => {
  function twoApplications(first: () => unknown, second: () => unknown) {
    const east = createFakeLambda<WireEvent>(first, "east");
    const west = createFakeLambda<WireEvent>(second, "west");
    const bench = createTestService({
      sipMediaApplications: [
        { id: "east", awsRegion: "us-east-1", lambda: east },
        { id: "west", awsRegion: "us-west-2", lambda: west },
      ],
      sipRules: [
        {
          id: "rule-1",
          toPhoneNumber: smaNumber,
          targets: [
            { sipMediaApplicationId: "west", priority: 2 },
            { sipMediaApplicationId: "east", priority: 1 },
          ],
        },
      ],
    });
    return { ...bench, east, west };
  }

  test("asks the first alone when it answers", async () => {
    const bench = twoApplications(
      () => wait,
      () => wait,
    );
    bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    expect(bench.east.events).toHaveLength(1);
    expect(bench.west.events).toHaveLength(0);
  });

  test("asks the second when the first gives no answer, and stays with it", async () => {
    const bench = twoApplications(failing(2, wait), () => answer([hangup()]));
    bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    expect(bench.east.events).toHaveLength(2);
    expect(bench.west.events).toMatchObject([
      {
        Sequence: 1,
        InvocationEventType: "NEW_INBOUND_CALL",
        CallDetails: { SipMediaApplicationId: "west", AwsRegion: "us-west-2" },
      },
      { Sequence: 2, InvocationEventType: "HANGUP" },
    ]);
  });

  test("refuses the call with 480 when none answers", async () => {
    const bench = twoApplications(failing(2, wait), failing(2, wait));
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    expect(bench.west.events).toHaveLength(2);
    expect(call.progress.at(-1)).toMatchObject({ type: "refused", sipCode: 480 });
  });

  test("does not ask the second for a caller who is gone", async () => {
    const bench = twoApplications(
      () => forever(),
      () => wait,
    );
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(6000);
    call.hangUp();
    await bench.clock.elapse(60_000);
    await call.over;
    expect(bench.west.events).toHaveLength(0);
  });
});

describe("an invalid answer", () => {
  const tooManyAttributes = Object.fromEntries(
    Array.from({ length: 101 }, (_, i) => [`key${i}`, "value"]),
  );
  const bye = answer([hangup()]);

  test.each([
    ["null", null, /Response is blank or null/],
    ["an empty text", "", /Response is blank or null/],
    [
      "an API Gateway answer",
      { statusCode: 200, body: "{}" },
      /does not match the schema version in the response/,
    ],
    ["JSON in a text", JSON.stringify(bye), /does not match the schema version in the response/],
    ["no actions on a new call", answer([]), /Actions list is empty/],
    [
      "actions that are no list",
      { SchemaVersion: "1.0", Actions: { Type: "Hangup" } },
      /Error while reading actions list/,
    ],
    [
      "an action of another service",
      { SchemaVersion: "1.0", Actions: [{ Type: "Dial", Parameters: {} }] },
      /Unsupported action name specified/,
    ],
    [
      "eleven actions",
      answer(Array.from({ length: 11 }, () => pause({ durationInMilliseconds: 100 }))),
      /Too many actions specified in response/,
    ],
    [
      "too many attributes",
      answer([hangup()], tooManyAttributes),
      /Transaction Attributes has too many mappings. Maximum number of mappings is 100/,
    ],
  ])("%s is told in the service's words", async (_what, payload, message) => {
    const bench = createTestService({
      answers: { NEW_INBOUND_CALL: payload, INVALID_LAMBDA_RESPONSE: bye },
    });
    bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "INVALID_LAMBDA_RESPONSE", "HANGUP"]);
    expect(bench.lambda.events[1]?.ErrorMessage).toMatch(message);
  });

  test("names the service's error types", async () => {
    const bench = createTestService({
      answers: {
        NEW_INBOUND_CALL: { statusCode: 200 },
        INVALID_LAMBDA_RESPONSE: answer([hangup()], tooManyAttributes),
      },
      limits: { invocations: 3 },
    });
    bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    expect(bench.lambda.events.slice(1).map(({ ErrorType }) => ErrorType)).toEqual([
      "SchemaVersionMismatch",
      "TransactionAttributesInvalidMapSize",
    ]);
  });

  test("changes neither the attributes nor what still has to run", async () => {
    const bench = createTestService({
      answers: {
        NEW_INBOUND_CALL: answer(
          [pause({ durationInMilliseconds: 1000 }), pause({ durationInMilliseconds: 1000 })],
          { kept: "yes" },
        ),
        CALL_UPDATE_REQUESTED: { SchemaVersion: "2.0", TransactionAttributes: { kept: "no" } },
      },
    });
    const { transactionId } = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(500);
    bench.service.updateCall({ sipMediaApplicationId: "sma-1", transactionId, arguments: {} });
    await bench.clock.elapse(1500);
    expect(bench.told()).toEqual([
      "NEW_INBOUND_CALL",
      "CALL_UPDATE_REQUESTED",
      "INVALID_LAMBDA_RESPONSE",
      "ACTION_SUCCESSFUL",
    ]);
    expect(bench.lastEvent().CallDetails.TransactionAttributes).toEqual({ kept: "yes" });
  });

  test("answered by the next invalid answer goes on until 1,000 invocations are used up, where nobody gives up before", async () => {
    const never = Number.POSITIVE_INFINITY;
    const limits = { failures: never, eventsAtOnce: never };
    const bench = createTestService({ answers: () => null, limits });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    await call.over;
    expect(bench.lambda.events).toHaveLength(1000);
    expect(call.progress.at(-1)).toMatchObject({ type: "refused", sipCode: 480 });
  });

  test("to a HANGUP of the last leg is not told any more", async () => {
    const bench = createTestService({ answers: { NEW_INBOUND_CALL: bye, HANGUP: null } });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    await call.over;
    expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "HANGUP"]);
  });

  test("is written to the log with a hint, without a value of the call", async () => {
    const bench = createTestService({ answers: () => "oops", limits: { invocations: 1 } });
    bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    expect(bench.log[0]).toMatchObject({ level: "error", message: expect.stringContaining("(") });
    expect(JSON.stringify(bench.log)).not.toMatch(/\+1\d+/);
  });
});

describe("no action on a caller who waits", () => {
  test("for 30 s ends the call with 480", async () => {
    const bench = createTestService({
      answers: { NEW_INBOUND_CALL: answer([pause({ durationInMilliseconds: 1000 })]) },
    });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(30_999);
    expect(call.progress).toEqual([{ type: "ringing" }]);
    await bench.clock.elapse(1);
    expect(call.progress.at(-1)).toMatchObject({ type: "refused", sipCode: 480 });
    expect(bench.lastEvent()).toMatchObject({
      InvocationEventType: "HANGUP",
      ActionData: { Parameters: { SipResponseCode: 480 } },
    });
  });

  test("does not end a call that was answered", async () => {
    const bench = createTestService({
      answers: { NEW_INBOUND_CALL: answer([speak({ text: "hello", callId: "id-1" })]) },
    });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(600_000);
    expect(call.progress).toEqual([{ type: "ringing" }, { type: "answered" }]);
    expect(bench.service.legsUp()).toMatchObject([{ callId: "id-1", tag: "LEG-A" }]);
  });
});
