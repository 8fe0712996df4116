import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import { RoutesError } from "../errors.ts";
import { everyDestination } from "../served-destinations.ts";
import { type FiledRoutes, fileRoutes } from "./file-routes.ts";
import { openFiledRoutes } from "./open-filed-routes.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("base64");
const options = { served: everyDestination, digest };

const document = {
  $schema: "./routes.schema.json",
  version: "7",
  rules: [
    { when: { reason: "billing" }, to: [{ type: "pstn", number: "+12045550101" }] },
    {
      when: { "context.ville": "Montréal ☎" },
      to: [{ type: "meeting", mediaRegion: "us-east-1" }],
    },
    { when: {}, to: [{ type: "pstn", number: "+12045550103" }] },
    { when: { locale: "fr-CA" }, to: [{ type: "pstn", number: "+12045550104" }] },
  ],
  otherwise: [{ type: "pstn", number: "+12045550199" }],
};
const call = {
  reason: { id: "support" },
  locale: "fr-CA",
  callStarter: "callback",
  accountIdVerified: false,
} as const;

function filed(text = JSON.stringify(document)): FiledRoutes {
  const made = fileRoutes(text, digest);
  if (made === undefined) throw new Error("There is no index");
  return made;
}

test("the text that is filed is the same document", () => {
  expect(JSON.parse(filed().text)).toEqual(document);
});

test("a filed document routes as it did, and is there as a whole for who asks", () => {
  const table = openFiledRoutes(filed(), options);
  expect(table?.route({ ...call, reason: { id: "billing" } }).rule).toBe(0);
  const ville = { ...call, ville: "Montréal ☎" };
  expect(table?.route(ville)).toEqual({ rule: 1, destinations: document.rules[1]?.to });
  expect(table?.route(call).rule).toBe(2);
  expect(table?.route(undefined)).toEqual({
    rule: "otherwise",
    destinations: document.otherwise,
  });
  expect([3, 4, -1, 0.5].map((rule) => table?.destinationsOf(rule))).toEqual([
    document.rules[3]?.to,
    [],
    [],
    [],
  ]);
  expect(table?.routes).toEqual(document);
});

test("a bad document is not filed: all that is wrong is told where it is deployed", () => {
  expect(() => fileRoutes('{"rules":[{"when":null,"to":[]}]}', digest)).toThrow(RoutesError);
});

test("rules that ask for too many different sets of fields are not filed", () => {
  const rules = Array.from({ length: 65 }, (_, index) => ({
    when: { [`context.f${index}`]: "x" },
    to: document.otherwise,
  }));
  expect(fileRoutes(JSON.stringify({ ...document, rules }), digest)).toBeUndefined();
});

test("an index counts for nothing with another text, for another service, or half written", () => {
  const { text, index } = filed();
  const noMeetings = { ...everyDestination, meeting: "there are none" };
  const other = filed(JSON.stringify({ ...document, version: "8" }));
  expect(openFiledRoutes({ text: other.text, index }, options)).toBeUndefined();
  expect(openFiledRoutes({ text, index }, { ...options, served: noMeetings })).toBeUndefined();
  for (const length of [0, 3, 40, index.length - 4, index.length - 1]) {
    expect(openFiledRoutes({ text, index: index.subarray(0, length) }, options)).toBeUndefined();
  }
  expect(openFiledRoutes({ text, index: Buffer.from("something else") }, options)).toBeUndefined();
});
