import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import { RoutesError } from "../errors.ts";
import { parseRoutes } from "../read-routes.ts";
import { fileRoutes } from "./file-routes.ts";
import { openFiledRoutes } from "./open-filed-routes.ts";

const digest = (text: string) => createHash("sha256").update(text).digest("base64");
const options = { serves: () => true, digest };

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

const filed = fileRoutes(JSON.stringify(document), digest);

test("what is filed is the same document, in JSON as before", () => {
  const { $index, ...others } = JSON.parse(filed);
  expect(others).toEqual(document);
  expect(parseRoutes(filed)).toEqual({ ...document, $index });
  expect(fileRoutes(filed, digest)).toBe(filed);
});

test("a filed document routes as it did, and is there as a whole for who asks", () => {
  const table = openFiledRoutes(filed, options);
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
  expect(table?.version).toBe("7");
});

test("a bad document is not filed: all that is wrong is told where it is deployed", () => {
  expect(() => fileRoutes('{"rules":[{"when":null,"to":[]}]}', digest)).toThrow(RoutesError);
});

test("rules that ask for too many different sets of fields are not filed", () => {
  const rules = Array.from({ length: 65 }, (_, index) => ({
    when: { [`context.f${index}`]: "x" },
    to: document.otherwise,
  }));
  const text = fileRoutes(JSON.stringify({ ...document, rules }), digest);
  expect(openFiledRoutes(text, options)).toBeUndefined();
  expect(JSON.parse(text)).toEqual({ ...document, rules });
});

test("what a document uses is known without reading its rules", () => {
  let uses: unknown;
  const serves = (used: object) => {
    uses = used;
    return false;
  };
  expect(openFiledRoutes(filed, { serves, digest })).toBeUndefined();
  expect(uses).toEqual({ types: ["pstn", "meeting"], picksNumbers: false, queueInstances: [] });
});

test.each<[string, string]>([
  ["another text", filed.replace("+12045550101", "+12045550111")],
  ["another index", filed.replace(/("words":"\w*)\w"/, '$1x"')],
  ["another head", filed.replace('"always":2', '"always":4')],
  ["another layout", layout(filed, 1)],
  ["half a document", filed.slice(0, filed.length / 2)],
  ["the beginning of one", filed.slice(0, 30)],
  ["no index", JSON.stringify(document)],
  ["nothing", ""],
])("a document with %s is to be read as a whole", (_, text) => {
  expect(openFiledRoutes(text, options)).toBeUndefined();
});

/** The document, as another version of this code would have filed it. */
function layout(text: string, version: number): string {
  const content = text
    .slice(text.indexOf('"head":') + 7)
    .replace('"version":2', `"version":${version}`);
  return `{"$index":{"digest":"${digest(content)}","head":${content}`;
}
