import { expect, test } from "@jest/globals";
import type { LineEvents } from "@skill-call/phones";
import { answer, callAndBridge, hangup } from "@skill-call/pstn-audio";
import { branchNumber, createTestService, smaNumber } from "../testing/test-service.ts";

// Networks are not as tidy as phones in one process: their events cross ours.

const bridge = callAndBridge({
  callerIdNumber: smaNumber,
  endpoint: { type: "PSTN", number: branchNumber },
});

function untidy(answers: object) {
  const farEnds: LineEvents[] = [];
  const hungUp: string[] = [];
  const bench = createTestService({
    answers: { NEW_INBOUND_CALL: answer([bridge]), ...answers },
    carrier: {
      dial: ({ callId }, events) => {
        farEnds.push(events);
        return { hangUp: () => void hungUp.push(callId) };
      },
    },
  });
  return { ...bench, farEnds, hungUp };
}

test("a far end that hangs up while we do hangs up once", async () => {
  const bench = untidy({
    ACTION_SUCCESSFUL: answer([hangup({ participantTag: "LEG-B" })]),
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  bench.farEnds[0]?.answered();
  await bench.clock.elapse(0);
  bench.farEnds[0]?.hungUp();
  await bench.clock.elapse(0);
  expect(bench.told().filter((type) => type === "HANGUP")).toHaveLength(1);
  expect(bench.hungUp).toEqual(["id-3"]);
});

test("a far end that reports after the call changes nothing", async () => {
  const bench = untidy({
    ACTION_SUCCESSFUL: answer([
      hangup({ participantTag: "LEG-B" }),
      hangup({ participantTag: "LEG-A" }),
    ]),
  });
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  bench.farEnds[0]?.answered();
  await bench.clock.elapse(0);
  await call.over;
  bench.farEnds[0]?.hungUp();
  bench.farEnds[0]?.digit("1");
  await bench.clock.elapse(0);
  expect(bench.trace.filter(({ kind }) => kind === "call.over")).toHaveLength(1);
  expect(bench.told().at(-1)).toBe("HANGUP");
});

test("an answer that crosses the caller's hang-up leaves no leg up", async () => {
  const bench = untidy({});
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(1000);
  call.hangUp();
  bench.farEnds[0]?.answered();
  await bench.clock.elapse(0);
  await call.over;
  expect(bench.hungUp).toEqual(["id-3"]);
  expect(bench.service.legsUp()).toEqual([]);
});

test("a far end that answers and hangs up at once was there", async () => {
  const bench = untidy({});
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  bench.farEnds[0]?.answered();
  bench.farEnds[0]?.hungUp();
  await bench.clock.elapse(0);
  expect(bench.told().slice(1)).toEqual(["ACTION_SUCCESSFUL", "HANGUP"]);
  expect(bench.service.legsUp()).toMatchObject([{ tag: "LEG-A" }]);
  call.hangUp();
  await bench.clock.elapse(0);
  await call.over;
});
