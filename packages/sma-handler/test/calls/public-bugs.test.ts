// Bugs that are live in public samples of SIP media application Lambdas, each by its name.
import { expect, test } from "@jest/globals";
import { checkAnswer } from "@skill-call/pstn-audio";
import { createHandler } from "../../src/handler.ts";
import { Desk } from "../support/desk.ts";
import {
  contactCentre,
  meetingRoom,
  sampleConfig,
  secondContactCentre,
} from "../support/sample-config.ts";

test("module-level action objects: a warm Lambda never answers caller B with caller A's actions", async () => {
  const desk = new Desk();
  const [idA, idB] = [await desk.stored(), await desk.stored()];
  const lineA = desk.skillCall(idA, { transactionId: "call-a" });
  const lineB = desk.skillCall(idB, { transactionId: "call-b" });
  const answers = [
    await lineA.incoming(),
    await lineB.incoming(),
    (await lineA.redeliver()).Actions,
  ];
  const ids = answers.map(([action]) => action?.Parameters.SipHeaders);
  expect(ids).toMatchObject([
    { "X-Call-Context-Id": idA },
    { "X-Call-Context-Id": idB },
    { "X-Call-Context-Id": idA },
  ]);
});

test("module-level action objects: two calls at the same time do not mix either", async () => {
  const desk = new Desk(sampleConfig({ billing: [contactCentre, secondContactCentre] }));
  const lines = await Promise.all(
    ["a", "b", "c"].map(async (name) =>
      desk.skillCall(await desk.stored(), { transactionId: name, settle: (promise) => promise }),
    ),
  );
  await Promise.all(lines.map((line) => line.incoming()));
  const answers = await Promise.all(lines.map((line) => line.failed("CallAndBridge")));
  const ids = answers.map(([action]) => action?.Parameters.SipHeaders);
  expect(ids).toEqual(
    lines.map((line) => expect.objectContaining({ "X-Call-Context-Id": line.attributes?.id })),
  );
});

test("(), null or [] answered to a new call (dead air): whatever fails, a new call gets an action", async () => {
  const fails = async () => {
    throw new Error("down");
  };
  for (const otherwise of [[contactCentre], [meetingRoom]]) {
    const desk = new Desk(sampleConfig({ billing: [meetingRoom], otherwise }));
    desk.ports.meetings.createMeeting = fails;
    for (const claim of [desk.ports.store.claim, fails]) {
      desk.ports.store = { ...desk.ports.store, claim };
      const line = desk.skillCall(await desk.stored());
      await line.incoming();
      const sent = await line.redeliver();
      expect(sent.Actions).not.toEqual([]);
      expect(checkAnswer(sent, { eventType: "NEW_INBOUND_CALL" })).toEqual([]);
    }
  }
});

test("legs found by position: LEG-B may be listed first", async () => {
  const desk = new Desk();
  const handler = createHandler(sampleConfig(), desk.ports);
  const answer = await handler({
    SchemaVersion: "1.0",
    Sequence: 4,
    InvocationEventType: "HANGUP",
    ActionData: { Type: "Hangup", Parameters: { CallId: "b", ParticipantTag: "LEG-B" } },
    CallDetails: {
      TransactionId: "t",
      TransactionAttributes: { at: "connected", con: "1" },
      Participants: [
        { CallId: "b", ParticipantTag: "LEG-B", Direction: "Outbound", Status: "Disconnected" },
        { CallId: "a", ParticipantTag: "LEG-A", Direction: "Inbound", Status: "Connected" },
      ],
    },
  });
  expect(answer.Actions).toEqual([{ Type: "Hangup", Parameters: { CallId: "a" } }]);
});

test("case-exact header lookup: the guide's own event has user-to-user in lower case", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  const headers = {
    "user-to-user": `${Buffer.from(`csi=${contextId}`).toString("hex")};Encoding=HEX`,
    "x-ALEXA-lwa-clientid": "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48",
  };
  await desk.line({ headers, transactionId: line.transactionId }).incoming();
  expect(await desk.statusOf(contextId)).toBe("claimed");
});

test("INVALID_LAMBDA_RESPONSE answered by the same kind of answer again: it ends", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  const spoken = [];
  for (let refusal = 0; refusal < 20; refusal += 1) {
    line.loseAttributes();
    spoken.push(...(await line.refusedAnswer()).filter(({ Type }) => Type === "Speak"));
  }
  expect(spoken).toHaveLength(1);
});

test("random meeting tokens on a retry: one call, one meeting", async () => {
  const desk = new Desk(sampleConfig({ billing: [meetingRoom] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.redeliver();
  expect(desk.meetings.made).toHaveLength(1);
});

test.each(["LEG-A", "LEG-B"] as const)(
  "the other leg left up after %s hangs up: it is released",
  async (tag) => {
    const desk = new Desk();
    const line = desk.skillCall(await desk.stored());
    await line.incoming();
    await line.succeeded("CallAndBridge");
    const other = tag === "LEG-A" ? "leg-b" : "leg-a";
    expect(await line.hungUp(tag)).toEqual([{ Type: "Hangup", Parameters: { CallId: other } }]);
  },
);

test("ACTION_FAILED without a case of its own: the caller is never left in silence", async () => {
  const desk = new Desk();
  for (const errorType of ["CallNotAnswered", "InvalidActionParameter", "SystemException"]) {
    const line = desk.skillCall(await desk.stored());
    await line.incoming();
    expect((await line.failed("CallAndBridge", errorType)).at(-1)?.Type).toBe("Hangup");
  }
});

test("= for ==: only LEG-A's events are LEG-A's", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.succeeded("CallAndBridge");
  const [byB] = await line.hungUp("LEG-B");
  const [byA] = (await line.redeliver()).Actions;
  expect([byB, byA]).toEqual([byB, byB]);
  expect(byB?.Parameters).toEqual({ CallId: "leg-a" });
});

test("JSON in an API Gateway envelope: the answer is the object itself", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  expect(Object.keys(await line.redeliver()).sort()).toEqual([
    "Actions",
    "SchemaVersion",
    "TransactionAttributes",
  ]);
});
