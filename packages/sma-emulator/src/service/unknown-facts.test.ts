// What is unknown without a real account, either way; and a Lambda that waits for the other.
import { expect, test } from "@jest/globals";
import { answer, callAndBridge, hangup, receiveDigits, speak } from "@skill-call/pstn-audio";
import { createTestService, smaNumber, type TestServiceOptions } from "../testing/test-service.ts";
import type { WireEvent } from "./events/wire-event.ts";

const bridge = callAndBridge({
  callerIdNumber: smaNumber,
  endpoint: { type: "PSTN", number: "+12065550100" },
});
const listen = receiveDigits({
  callId: "id-1",
  inputDigitsRegex: "^\\*$",
  inBetweenDigitsDurationInMilliseconds: 1000,
  flushDigitsDurationInMilliseconds: 2000,
});

/** Takes the call back: hangs up LEG-B on a star, and goes on once that has succeeded. */
function takesBack({ InvocationEventType, ActionData }: WireEvent) {
  if (InvocationEventType === "NEW_INBOUND_CALL") return answer([bridge]);
  if (ActionData?.Type === "CallAndBridge") return answer([hangup({ participantTag: "LEG-B" })]);
  if (InvocationEventType === "ACTION_SUCCESSFUL" && ActionData?.Type === "Hangup") {
    return answer([speak({ callId: "id-1", text: "Where to?" })]);
  }
  return { SchemaVersion: "1.0", Actions: [] };
}

async function afterCall(options: TestServiceOptions) {
  const bench = createTestService(options);
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(60_000);
  const labels = (kind: string) =>
    bench.trace.filter((step) => step.kind === kind).map(({ label }) => label);
  const told = bench.lambda.events.map(
    ({ InvocationEventType: type, ActionData }) => `${type} ${ActionData?.Type ?? ""}`,
  );
  return { ...bench, labels, told };
}

test("an SMA that hangs up LEG-B is told the HANGUP, and the trace says that the call stands still", async () => {
  const { told, labels } = await afterCall({ answers: takesBack });
  expect(told.slice(2)).toEqual(["HANGUP Hangup"]);
  expect(labels("call.note")).toEqual([
    "The call stands still: the Lambda answered HANGUP (Hangup) without actions, and LEG-A hears nothing. " +
      "Where it waits for the success of its own Hangup: the variation success-after-hangup-of-leg-b sends one",
  ]);
});

test("or the success of its Hangup, too", async () => {
  const { told, labels } = await afterCall({
    answers: takesBack,
    variations: ["success-after-hangup-of-leg-b"],
  });
  expect(told.slice(2, 4)).toEqual(["HANGUP Hangup", "ACTION_SUCCESSFUL Hangup"]);
  expect(labels("leg.speech")).toEqual(['says "Where to?"']);
});

test("the success of a list that ends in ReceiveDigits names it, or the bridge before it", async () => {
  const answers = { NEW_INBOUND_CALL: answer([bridge, listen]) };
  expect((await afterCall({ answers })).told[1]).toBe("ACTION_SUCCESSFUL ReceiveDigits");
  const named = await afterCall({ answers, variations: ["success-names-call-and-bridge"] });
  expect(named.told[1]).toBe("ACTION_SUCCESSFUL CallAndBridge");
  expect(named.lastEvent().ActionData?.Parameters).toMatchObject({ CallId: "id-1" });
});

test("a list of its own that ends in ReceiveDigits names that, whatever came before", async () => {
  const { told } = await afterCall({
    variations: ["success-names-call-and-bridge"],
    answers: ({ ActionData }) => {
      if (!ActionData) return answer([bridge, speak({ callId: "id-1", text: "Connected." })]);
      return ActionData.Type === "Speak" ? answer([listen]) : { SchemaVersion: "1.0" };
    },
  });
  expect(told.slice(1)).toEqual(["ACTION_SUCCESSFUL Speak", "ACTION_SUCCESSFUL ReceiveDigits"]);
});

test("nobody is said to wait where digits are waited for, or where two legs talk", async () => {
  const alone = await afterCall({
    answers: { NEW_INBOUND_CALL: answer([speak({ callId: "id-1", text: "Press 1." }), listen]) },
  });
  expect(alone.labels("call.note")).toEqual([]);
  const bridged = await afterCall({ answers: { NEW_INBOUND_CALL: answer([bridge]) } });
  expect(bridged.labels("call.note")).toEqual([]);
});
