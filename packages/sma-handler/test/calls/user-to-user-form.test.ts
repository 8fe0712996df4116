import { expect, test } from "@jest/globals";
import { Desk } from "../support/desk.ts";
import { skillCallHeaders } from "../support/phone-line.ts";
import { contactCentre, sampleConfig } from "../support/sample-config.ts";

async function headerTo(userToUser: object | undefined, asItCame?: (id: string) => string) {
  const centre = { ...contactCentre, ...(userToUser && { userToUser }) };
  const desk = new Desk(sampleConfig({ billing: [centre] }));
  const contextId = await desk.stored();
  const hex = Buffer.from(`csi=${contextId}`).toString("hex");
  const line = desk.line({ headers: skillCallHeaders(asItCame?.(hex) ?? `${hex};encoding=hex`) });
  const [action] = await line.incoming();
  const headers = Object(action?.Parameters.SipHeaders);
  expect(headers["X-Call-Context-Id"]).toBe(contextId);
  return String(headers["User-to-User"]).replace(hex, "<hex>");
}

test.each<[object, string]>([
  [{ encoding: "hex", parameter: true }, "<hex>;encoding=hex"],
  [{ encoding: "hex", parameter: false }, "<hex>"],
  [{ discriminator: "00", encoding: "hex", parameter: true }, "00<hex>;encoding=hex"],
  [{ discriminator: "04", encoding: "hex", parameter: false }, "04<hex>"],
  [
    { discriminator: "04", encoding: "hex", parameter: true, purpose: "isdn-uui" },
    "04<hex>;encoding=hex;purpose=isdn-uui",
  ],
])("a contact centre that needs %j gets %s, however the header came", async (form, expected) => {
  expect(await headerTo(form)).toBe(expected);
  expect(await headerTo(form, (hex) => `00${hex};encoding=hex;purpose=isdn-uui`)).toBe(expected);
});

test("without a form of its own a contact centre gets the header as it came", async () => {
  expect(await headerTo(undefined)).toBe("<hex>;encoding=hex");
  expect(await headerTo(undefined, (hex) => `00${hex};encoding=hex`)).toBe("00<hex>;encoding=hex");
});
