import { expect, test } from "@jest/globals";
import { Desk } from "../support/desk.ts";
import { closestBranch, sampleConfig } from "../support/sample-config.ts";

const apology = "Speak";

/** What the caller is bridged to when the service picks this number; the apology where it is not dialled. */
async function dialled(phoneNumber: string, allow?: object): Promise<unknown> {
  const branch = { ...closestBranch, ...(allow && { allow }) };
  const desk = new Desk(sampleConfig({ billing: [branch] }));
  desk.ports.pickNumber = async () => phoneNumber;
  const [action] = await desk.skillCall(await desk.stored()).incoming();
  if (action?.Type !== "CallAndBridge") {
    expect(desk.logged("destination.failed")).toMatchObject([
      { error: "sma-handler.destination-service", type: "pstn" },
    ]);
    expect(desk.logLines.join("\n")).not.toContain(phoneNumber.slice(-7) || "picked");
    return action?.Type;
  }
  const [endpoint] = action.Parameters.Endpoints as readonly { Uri: string }[];
  return endpoint?.Uri;
}

// The caller ID is +1 204: Canada.
test.each([
  ["+12045550130", "+12045550130"],
  ["tel:+1-204-555-0130", "+12045550130"],
  ["+1 (204) 555-0130", "+12045550130"],
  ["+16045550130", "+16045550130"],
  ["+13035550122", apology],
  ["+18765550123", apology],
  ["+12425550123", apology],
  ["+19005550123", apology],
  ["+18005550123", apology],
  ["+442079460123", apology],
  ["+881612345678", apology],
  ["+8835100012345", apology],
  ["+911", apology],
  ["+1911", apology],
  ["911", apology],
  ["+12", apology],
  ["2045550130", apology],
  ["sip:12045550130@example.com", apology],
  ["", apology],
])("a destination service that picks %s makes %s", async (picked, expected) => {
  expect(await dialled(picked)).toBe(expected);
});

test.each<[string, object, string]>([
  ["+13035550122", { countries: ["US"] }, "+13035550122"],
  ["+12045550130", { countries: ["US"] }, apology],
  ["+442079460123", { countries: ["GB"] }, "+442079460123"],
  ["+442079460123", { countries: ["GB"], types: ["mobile"] }, apology],
  ["+447400123456", { countries: ["GB"], types: ["mobile"] }, "+447400123456"],
  ["+18005550123", { countries: ["US", "CA"] }, apology],
])("%s with allow %j makes %s", async (picked, allow, expected) => {
  expect(await dialled(picked, allow)).toBe(expected);
});

test("a number that may not be called gives way to the next destination", async () => {
  const next = { type: "pstn", number: "tel:+1-204-555-0177" };
  const desk = new Desk(sampleConfig({ billing: [closestBranch, next] }));
  desk.ports.pickNumber = async () => "+19005550123";
  const [action] = await desk.skillCall(await desk.stored()).incoming();
  expect(action?.Parameters.Endpoints).toEqual([
    { BridgeEndpointType: "PSTN", Uri: "+12045550177" },
  ]);
});
