import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { fileRoutes } from "@skill-call/call-routing";
import { documentDigest } from "@skill-call/lambda-config";
import { readRoutesDocument } from "./routes-document.ts";

const folder = mkdtempSync(join(tmpdir(), "routes-"));
afterAll(() => rmSync(folder, { recursive: true }));

const document = { rules: [], otherwise: [{ type: "pstn", number: "+12045550101" }] };
writeFileSync(join(folder, "routes.json"), JSON.stringify(document));
writeFileSync(join(folder, "bad.json"), '{"rules":[{"when":null,"to":[]}]}');

function placesOf(ROUTES_SOURCE: string, ROUTES?: string): string[] {
  const { mistakes } = readRoutesDocument({ environment: { ROUTES_SOURCE, ROUTES }, folder });
  return mistakes.map(({ variable, path }) => (path ? `${variable} at ${path}` : variable));
}

test.each(["file:routes.json", "file:./routes.json"])("%s is read beside the Lambda", (source) => {
  const { table, mistakes } = readRoutesDocument({
    environment: { ROUTES_SOURCE: source },
    folder,
  });
  expect(table?.routes).toEqual(document);
  expect(mistakes).toEqual([]);
});

test("a file of ten thousand rules is read too", () => {
  const to = document.otherwise;
  const rules = Array.from({ length: 10_000 }, (_, index) => ({
    when: { "context.branch": `b-${index}` },
    to,
  }));
  writeFileSync(join(folder, "many.json"), JSON.stringify({ ...document, rules }));
  const { table } = readRoutesDocument({
    environment: { ROUTES_SOURCE: "file:many.json" },
    folder,
  });
  const call = { reason: { id: "billing" }, locale: "en-US", callStarter: "callback" };
  const branch = { ...call, accountIdVerified: false, branch: "b-9999" };
  expect(table?.route(branch).rule).toBe(9_999);
});

test("a document that was filed is read by its index, and as a whole where the index is not its own", () => {
  const rules = [{ when: { reason: "billing" }, to: document.otherwise }];
  const filed = fileRoutes(JSON.stringify({ ...document, rules }), documentDigest);
  if (filed === undefined) throw new RangeError("There is no index");
  writeFileSync(join(folder, "filed.json"), filed.text);
  writeFileSync(join(folder, "filed.json.index"), filed.index);
  const environment = { ROUTES_SOURCE: "file:filed.json" };
  const call = { reason: { id: "billing" }, locale: "en-US", callStarter: "callback" };
  const billing = { ...call, accountIdVerified: false };
  expect(readRoutesDocument({ environment, folder }).table?.route(billing).rule).toBe(0);
  // Somebody edits the file in the deployed folder.
  writeFileSync(join(folder, "filed.json"), JSON.stringify({ ...document, rules: [] }));
  expect(readRoutesDocument({ environment, folder }).table?.route(billing).rule).toBe("otherwise");
});

test("what the service cannot serve is a mistake, filed or not", () => {
  const queue = `arn:aws:connect:us-east-1:123456789012:instance/${"1".repeat(8)}-1111-4111-8111-${"1".repeat(12)}/queue/${"2".repeat(8)}-2222-4222-8222-${"2".repeat(12)}`;
  const text = JSON.stringify({ rules: [], otherwise: [{ type: "queue", arn: queue }] });
  const filed = fileRoutes(text, documentDigest);
  if (filed === undefined) throw new RangeError("There is no index");
  writeFileSync(join(folder, "queue.json"), filed.text);
  writeFileSync(join(folder, "queue.json.index"), filed.index);
  expect(placesOf("file:queue.json")).toEqual(["ROUTES_SOURCE at otherwise[0].type"]);
});

test("ROUTES and ROUTES_SOURCE together are a mistake", () => {
  expect(placesOf("file:routes.json", JSON.stringify(document))).toEqual(["ROUTES_SOURCE"]);
});

test("every mistake in the file is listed, with its place in it", () => {
  expect(placesOf("file:bad.json")).toEqual([
    "ROUTES_SOURCE at rules[0].when",
    "ROUTES_SOURCE at rules[0].to",
    "ROUTES_SOURCE at otherwise",
  ]);
});

test("what is no file beside the Lambda is a mistake", () => {
  expect(placesOf("file:../routes.json")).toEqual(["ROUTES_SOURCE"]);
});
