import { expect, test } from "@jest/globals";
import { untraced } from "@skill-call/telemetry";
import type { StarterConfig } from "../config/starter-config.ts";
import { createCallStarter } from "./create-call-starter.ts";

const send = () => Promise.reject(new Error("nothing is sent before a call"));

const login = { tokenUrl: "", clientId: "", secretArn: "" };

const connect = { instanceId: "i", flowId: "f", region: "us-east-1", endpoint: "https://connect" };

test.each<[StarterConfig, boolean, string]>([
  [{ name: "skill-call", smaPhoneNumber: "+16073331111" }, true, "device"],
  [{ name: "callback", sipMediaApplicationId: "sma", fromNumber: "+16073331111" }, true, "phone"],
  [{ name: "connect", ...connect, sourceNumber: "+16075550111" }, true, "phone"],
  [{ name: "connect-task", ...connect }, true, "later"],
  [{ name: "smart-properties", extension: "5000", login }, false, "device"],
])("of %j comes the starter of that name", (config, needsCallerNumber, rings) => {
  expect(createCallStarter(config, { send, tracing: untraced })).toMatchObject({
    name: config.name,
    needsCallerNumber,
    rings,
  });
});
