import { expect, test } from "@jest/globals";
import { Desk } from "../support/desk.ts";
import type { WireAction } from "../support/phone-line.ts";

function types(actions: readonly WireAction[]): string[] {
  return actions.map(({ Type }) => Type);
}

const apology = ["Speak", "Hangup"];

test("a refused answer is followed by an apology, then by plain hang-ups, then by nothing", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  const answers = [];
  for (let refusal = 0; refusal < 6; refusal += 1) answers.push(types(await line.refusedAnswer()));
  expect(answers).toEqual([apology, ["Hangup"], ["Hangup"], ["Hangup"], [], []]);
});

test("the same where the service keeps nothing of the answers that it refuses", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  const answers = [];
  for (let refusal = 0; refusal < 6; refusal += 1) {
    line.loseAttributes();
    answers.push(types(await line.refusedAnswer()));
  }
  expect(answers).toEqual([apology, ["Hangup"], ["Hangup"], ["Hangup"], [], []]);
});

test("and where the last good answer was not the first", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.succeeded("CallAndBridge");
  const good = line.attributes;
  await line.hungUp("LEG-B");
  const answers = [];
  for (let refusal = 0; refusal < 3; refusal += 1) {
    line.loseAttributes(good);
    answers.push(types(await line.refusedAnswer()));
  }
  expect(answers).toEqual([apology, ["Hangup"], ["Hangup"]]);
});

test("a callback call whose first attributes were not kept is owed its apology all the same", async () => {
  const desk = new Desk();
  const line = desk.line({ direction: "Outbound" });
  await line.outgoing({ contextId: await desk.stored() });
  await line.event("RINGING");
  line.loseAttributes();
  await line.event("CALL_ANSWERED");
  line.loseAttributes();
  expect(types(await line.refusedAnswer())).toEqual(apology);
  line.loseAttributes();
  expect(types(await line.refusedAnswer())).toEqual(["Hangup"]);
});

test("a call whose every answer was refused is still noted as failed: the legs show its context", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  await line.incoming();
  line.loseAttributes();
  await line.refusedAnswer();
  await line.hungUp("LEG-A");
  expect(await desk.statusOf(contextId)).toBe("failed");
});

test("what the service refused is in the log, as an error", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.refusedAnswer("TransactionAttributesInvalidMapSize");
  expect(desk.logged("call.event").at(-1)).toMatchObject({
    level: "error",
    event: "INVALID_LAMBDA_RESPONSE",
    outcome: "apologised",
    serviceError: "TransactionAttributesInvalidMapSize",
  });
});

test("a refused answer on a call without any leg is nobody's to hear", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  line.setStatus("LEG-A", "Disconnected");
  expect(await line.refusedAnswer()).toEqual([]);
});
