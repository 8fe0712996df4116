// The flows that are deployed, with the test cases that are deployed: the same files, run here as AWS would.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import { createScriptedCarrier, createScriptedPhones } from "@skill-call/phones";
import { substituted } from "../src/config/read-connect-config.ts";
import { readTestCase } from "../src/test-case/read-test-case.ts";
import { runTestCase } from "../src/test-case/run-test-case.ts";
import { answering, bench, functionArn, instanceArn, queueArn, source } from "./support.ts";

const handler = new URL("../../connect-handler/", import.meta.url);
const names = {
  RouteFunctionArn: functionArn,
  WhisperFlowArn: `${instanceArn}/contact-flow/agent-whisper`,
  FallbackQueueArn: queueArn,
};
const read = (path: string) => substituted(readFileSync(new URL(path, handler), "utf8"), names);

const flows = [
  { id: "callback", type: "CONTACT_FLOW", content: read("flows/callback.json") },
  { id: "agent-whisper", type: "AGENT_WHISPER", content: read("flows/agent-whisper.json") },
] as const;
const queues = [
  { arn: queueArn, name: "Fallback", agents: [{ name: "Sam", hangsUpAfterMs: 5_000 }] },
];

test.each(readdirSync(new URL("test-cases", handler)))(
  "the deployed test case %s passes here, too",
  async (file) => {
    const clock = createManualClock();
    const { outOfReach } = createScriptedPhones(clock);
    const running = runTestCase(readTestCase(file, read(`test-cases/${file}`)), {
      flowId: "callback",
      connect: {
        clock,
        instanceArn,
        flows,
        queues,
        numbers: [source],
        carrier: createScriptedCarrier({ phones: {}, otherwise: outOfReach() }),
      },
    });
    await clock.elapse(60_000);
    expect(await running).toMatchObject({ status: "PASSED" });
  },
);

const answer = {
  route: "queue",
  number: "none",
  queueArn,
  callerId: source,
  greeting: "Press 1 to be connected.",
  screen: "yes",
  apology: "Nobody is there.",
  whisper: "Maria is calling about billing.",
  userToUser: "none",
  voice: "Joanna",
  tried: "1",
};

/** The steps that the flow asked for, in order. */
const stepsOf = (lambda: { events: unknown[] }) =>
  lambda.events.map((event) => (event as { Details: { Parameters: object } }).Details.Parameters);

test("a callback from the ringing phone to the agent: the steps that the handler is asked", async () => {
  const lambda = answering(answer);
  const at = bench({
    flows,
    queues,
    functions: { [functionArn]: lambda },
    phone: (all) => all.answers({ presses: [{ afterMs: 1_000, digits: "1" }] }),
  });
  const { contact } = await at.call("callback", 20_000, { contextId: "c1" });
  expect(at.heard()).toEqual([
    "customer: Press 1 to be connected.",
    "agent: Maria is calling about billing.",
  ]);
  expect(stepsOf(lambda)).toEqual([{ step: "route" }, { step: "whisper" }]);
  expect(contact.attributes).toEqual({ contextId: "c1" });
  expect(at.flowLog).toEqual([]);
  expect(at.eventTypes()).toContain("CONNECTED_TO_AGENT");
});

test("a number that is busy, then a queue: the next step is told how many were tried", async () => {
  const number = "+12045550101";
  const lambda = answering(
    { ...answer, route: "pstn", number, queueArn: "none" },
    { ...answer, tried: "2" },
  );
  const at = bench({
    flows,
    queues,
    functions: { [functionArn]: lambda },
    phone: (all) => all.answers({ presses: [{ afterMs: 1_000, digits: "1" }] }),
    others: (all) => ({ [number]: all.busy() }),
  });
  await at.call("callback", 20_000);
  expect(stepsOf(lambda)).toEqual([
    { step: "route" },
    { step: "next", tried: "1" },
    { step: "whisper" },
  ]);
});

test("a handler that is away: the caller still waits in the fallback queue", async () => {
  const at = bench({ flows, queues });
  await at.call("callback", 20_000);
  expect(at.notices).toContainEqual({ type: "queued", queue: "Fallback" });
});

test("a handler and a queue that are away: an apology, and no caller is left in silence", async () => {
  const at = bench({ flows });
  const { contact } = await at.call("callback", 20_000);
  expect(at.heard().join()).toContain("We are sorry");
  expect(contact.disconnectReason).toBe("CONTACT_FLOW_DISCONNECT");
});

test("a task is queued without being asked for a key", async () => {
  const lambda = answering({ ...answer, screen: "no" });
  const at = bench({ flows, queues, functions: { [functionArn]: lambda } });
  at.contacts.startTask("callback", { attributes: { contextId: "c1" } });
  await at.clock.elapse(10_000);
  expect(at.eventTypes()).toContain("CONNECTED_TO_AGENT");
});

test.each([500, 1_500, 3_000, 8_000])(
  "a customer who hangs up after %d ms leaves nothing up",
  async (ms) => {
    const at = bench({
      flows,
      queues: [
        { arn: queueArn, name: "Fallback", agents: [{ name: "Sam", acceptsAfterMs: 4_000 }] },
      ],
      functions: { [functionArn]: answering(answer) },
      phone: (all) =>
        all.answers({ presses: [{ afterMs: 1_000, digits: "1" }], hangsUpAfterMs: ms }),
    });
    const live = await at.call("callback", ms + 1_000);
    await live.over;
    expect(live.contact.disconnectReason).toBe("CUSTOMER_DISCONNECT");
    expect(at.instance.queues.metric({ arn: queueArn, name: "" }, "NumberOfContactsInQueue")).toBe(
      0,
    );
    expect(at.instance.queues.metric({ arn: queueArn, name: "" }, "NumberOfAgentsAvailable")).toBe(
      1,
    );
  },
);
