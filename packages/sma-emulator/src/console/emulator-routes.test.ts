import { expect, test } from "@jest/globals";
import type { Change, EmulatorSetup } from "@skill-call/call-console";
import { createConsoleApp } from "@skill-call/call-console";
import { FaultQueue } from "@skill-call/emulation";
import { createTestService, smaNumber } from "../testing/test-service.ts";
import { ArmedDeliveryFaults } from "./armed-delivery-faults.ts";
import { emulatorRoutes } from "./emulator-routes.ts";
import { EmulatorSession } from "./emulator-session.ts";

function consoleOf(service: ReturnType<typeof createTestService>["service"]) {
  const faults = new ArmedDeliveryFaults(service.faults);
  const app = createConsoleApp({
    setup: {} as EmulatorSetup,
    sources: [],
    routes: emulatorRoutes({ session: new EmulatorSession(service), faults }),
    pageFile: (name) => name,
  });
  const ask = (method: string, path: string, body: unknown) =>
    app.request(`http://127.0.0.1/api/${path}`, {
      method,
      headers: {
        host: "127.0.0.1",
        origin: "http://127.0.0.1",
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
    });
  return { faults, ask };
}

const order = { application: "sma-1", from: smaNumber, to: "+12065550100" };

test("a call is placed as the voice API would, and broken off", async () => {
  const { service, clock, told } = createTestService();
  const { ask } = consoleOf(service);
  const placed = await ask("POST", "outbound-call", order);
  const { transactionId } = (await placed.json()) as { transactionId: string };
  await clock.elapse(0);
  expect(told()[0]).toBe("NEW_OUTBOUND_CALL");
  expect((await ask("POST", "break-off", { transactionId })).status).toBe(204);
  await clock.elapse(0);
  expect(service.calls()).toEqual([]);
  const again = await ask("POST", "break-off", { transactionId });
  expect([again.status, await again.json()]).toEqual([409, { message: "The call is over." }]);
});

test("what the voice API would refuse is refused in its words", async () => {
  const { ask } = consoleOf(createTestService().service);
  const refused = await ask("POST", "outbound-call", { ...order, from: "+12065550199" });
  expect([refused.status, await refused.json()]).toEqual([
    409,
    { message: "FromPhoneNumber is not a number of the account for SIP media applications." },
  ]);
});

test.each([
  ["POST", "outbound-call", { ...order, to: "911" }, "to: must be an E.164 number"],
  ["PUT", "delivery-faults", { faults: [{ kind: "explode" }] }, "faults.0.kind: "],
  ["PUT", "delivery-faults", { faults: [{ kind: "delay" }] }, "faults.0.ms: "],
  [
    "PUT",
    "delivery-faults",
    { faults: [{ kind: "duplicate", event: "HELLO" }] },
    "faults.0.event: ",
  ],
])("%s %s refuses %j and names the field", async (method, path, body, message) => {
  const { ask } = consoleOf(createTestService().service);
  const refused = await ask(method, path, body);
  expect(refused.status).toBe(400);
  expect(await refused.json()).toEqual({ message: expect.stringContaining(message) });
});

test("the faults chosen take the place of those before, and those that calls use up go by themselves", async () => {
  const { service, invite, clock, told } = createTestService();
  const { ask, faults } = consoleOf(service);
  const heard: Change[] = [];
  faults.listen((change) => heard.push(change));
  service.faults.inject({ kind: "not-invoked" });
  const chosen = [
    { kind: "duplicate", event: "NEW_INBOUND_CALL", times: 1 },
    { kind: "delay", ms: 50 },
  ];
  await ask("PUT", "delivery-faults", { faults: chosen });
  expect(faults.now()).toEqual({ type: "faults", faults: chosen });
  service.placeCall(invite);
  await clock.elapse(0);
  faults.look();
  faults.look();
  expect(told()).toEqual(["NEW_INBOUND_CALL", "NEW_INBOUND_CALL"]);
  expect(heard).toEqual([
    { type: "faults", faults: chosen },
    { type: "faults", faults: [{ kind: "delay", ms: 50 }] },
  ]);
});

test("a queue that is empty has nothing planned", () => {
  expect(new FaultQueue().planned()).toEqual([]);
});
