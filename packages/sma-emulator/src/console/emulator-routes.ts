import type { ConsoleApp } from "@skill-call/call-console";
import { readJson } from "@skill-call/call-console";
import { Hono } from "hono";
import type { ArmedDeliveryFaults } from "./armed-delivery-faults.ts";
import type { EmulatorSession } from "./emulator-session.ts";
import * as requests from "./requests.ts";

export interface EmulatorPorts {
  readonly session: Pick<EmulatorSession, "place" | "breakOff">;
  readonly faults: Pick<ArmedDeliveryFaults, "choose">;
}

/** What the page may ask for in front of an emulator. */
export function emulatorRoutes({ session, faults }: EmulatorPorts): ConsoleApp {
  const app: ConsoleApp = new Hono();
  app.post("/outbound-call", async (c) =>
    c.json(session.place(await readJson(c, requests.outboundCallSchema))),
  );
  app.post("/break-off", async (c) => {
    session.breakOff((await readJson(c, requests.breakOffSchema)).transactionId);
    return c.body(null, 204);
  });
  app.put("/delivery-faults", async (c) => {
    faults.choose((await readJson(c, requests.deliveryFaultsSchema)).faults);
    return c.body(null, 204);
  });
  return app;
}
