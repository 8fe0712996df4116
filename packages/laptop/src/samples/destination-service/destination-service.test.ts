import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createManualClock, type ManualClock } from "@skill-call/emulation/testing";
import { until } from "@skill-call/test-peers/until";
import type { LaptopTraceEvent } from "../../story/laptop-trace.ts";
import { type DestinationService, startDestinationService } from "./start-destination-service.ts";

let clock: ManualClock;
let arrows: Omit<LaptopTraceEvent, "at">[];
let service: DestinationService;

beforeEach(async () => {
  clock = createManualClock();
  arrows = [];
  service = await startDestinationService({ clock, trace: (event) => arrows.push(event) });
});
afterEach(() => service.close());

const context = {
  callerName: "Ana",
  reason: { id: "order-status" },
  callerNumber: "+12045551111",
};

function post(body: unknown): Promise<Response> {
  return fetch(service.url, { method: "POST", body: JSON.stringify(body) });
}

test("the closest branch's number is the answer, and its screen shows the context", async () => {
  const answer = await post(context);
  expect([answer.status, await answer.json()]).toEqual([200, { phoneNumber: "+12045550110" }]);
  expect(service.takeScreen("+12125550115")).toBeUndefined();
  expect(service.takeScreen("+12045550110")).toMatchObject({
    branch: { name: "Winnipeg" },
    context,
  });
  expect(service.takeScreen("+12045550110")).toBeUndefined();
});

test("fields that a team adds reach the screen too", async () => {
  await post({ ...context, orderNumber: "A-17" });
  expect(service.takeScreen("+12045550110")?.context).toHaveProperty("orderNumber", "A-17");
});

test.each([
  [{}, "reason"],
  [{ reason: {} }, "reason.id"],
  [{ reason: { id: "billing" }, callerNumber: 7 }, "callerNumber"],
  ["billing", "body"],
])("%j is refused by the field's name", async (body, field) => {
  const answer = await post(body);
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { message: `${field} is missing or wrong` },
  ]);
});

test("each request is an arrow of the call's story", async () => {
  await post(context);
  expect(arrows).toMatchObject([
    {
      label: "POST context: 200",
      detail: { request: context, answer: { phoneNumber: "+12045550110" } },
    },
  ]);
});

test.each([
  [{ kind: "status", status: 503 } as const, 503, "Out of order"],
  [{ kind: "garbage" } as const, 200, "<html>Welcome</html>"],
  [{ kind: "unusable-number" } as const, 200, '{"phoneNumber":"ask at the desk"}'],
])("the fault %j befalls one request", async (fault, status, text) => {
  service.faults.inject(fault, { times: 1 });
  const answer = await post(context);
  expect([answer.status, await answer.text()]).toEqual([status, text]);
  expect((await post(context)).status).toBe(200);
});

test("a slow answer comes when its time has come", async () => {
  service.faults.inject({ kind: "delay", ms: 2_500 });
  const asked = post(context);
  await clock.untilScheduled(2_500);
  clock.advance(2_500);
  expect((await asked).status).toBe(200);
});

test("a connection reset is no answer", async () => {
  service.faults.inject({ kind: "connection-reset" });
  await expect(post(context)).rejects.toThrow("fetch failed");
});

test("a hung request ends when the service closes", async () => {
  service.faults.inject({ kind: "hang" });
  const asked = post(context);
  await until(() => arrows.length > 0);
  await service.close();
  await expect(asked).rejects.toThrow("fetch failed");
});
