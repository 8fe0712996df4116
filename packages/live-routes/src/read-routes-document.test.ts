import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { fileRoutes } from "@skill-call/call-routing";
import { documentDigest } from "./document-digest.ts";
import { readRoutesDocument } from "./read-routes-document.ts";
import { billing, documentTo, service } from "./testing/sample-documents.ts";

const root = mkdtempSync(join(tmpdir(), "routes-"));
afterAll(() => rmSync(root, { recursive: true }));

const folder = join(root, "lambda");
mkdirSync(join(folder, "documents"), { recursive: true });
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
write("routes.json", documentTo("+12045550101"));
write("documents/routes.v2.json", documentTo("+12045550102"));
write("bad.json", '{"rules":[{"when":null,"to":[]}]}');
writeFileSync(join(root, "outside.json"), documentTo("+12045550103"));

function read(environment: Readonly<Record<string, string>>) {
  return readRoutesDocument({ environment, folder }, service);
}

function numberBy(environment: Readonly<Record<string, string>>): unknown {
  const document = read(environment);
  if ("mistakes" in document) return document.mistakes;
  const [destination] = document.routes.route(billing).destinations;
  return destination && "number" in destination ? destination.number : destination;
}

test.each<[Readonly<Record<string, string>>, string]>([
  [{ ROUTES: documentTo("+12045550100") }, "+12045550100"],
  [{ ROUTES: documentTo("+12045550100"), ROUTES_SOURCE: "" }, "+12045550100"],
  [{ ROUTES_SOURCE: "file:routes.json" }, "+12045550101"],
  [{ ROUTES: "", ROUTES_SOURCE: "file:./routes.json" }, "+12045550101"],
  [{ ROUTES_SOURCE: "file:documents/routes.v2.json" }, "+12045550102"],
  [{ ROUTES_SOURCE: "s3://telephony/newer.json" }, "+12045550101"],
])("by %j billing goes to %s at first", (environment, number) => {
  expect(numberBy(environment)).toBe(number);
});

test("a source elsewhere is where newer documents come from, and a file is not", () => {
  expect(read({ ROUTES_SOURCE: "dynamodb:routes/prod" })).toMatchObject({
    source: { kind: "dynamodb", table: "routes", id: "prod" },
  });
  expect(read({ ROUTES_SOURCE: "file:routes.json" })).not.toHaveProperty("source");
});

const nowhere = "must be a file beside the Lambda, or a source; examples: file:routes.json, ";

test.each([
  ["file:nowhere.json", "names a file that cannot be read; example: file:routes.json"],
  ["file:documents", "names a file that cannot be read; example: file:routes.json"],
  ["file:../outside.json", nowhere],
  ["file:documents/../../outside.json", nowhere],
  ["file:/etc/passwd", nowhere],
  ["file:", nowhere],
  ["routes.json", nowhere],
  ["https://example.com/routes.json", nowhere],
])("%s is a mistake: it %s", (ROUTES_SOURCE, problem) => {
  expect(read({ ROUTES_SOURCE })).toEqual({
    mistakes: [{ variable: "ROUTES_SOURCE", problem: expect.stringContaining(problem) }],
  });
});

test("a source elsewhere without a deployed document is a mistake: nothing would serve until it was read", () => {
  const environment = { ROUTES_SOURCE: "s3://telephony/routes.json" };
  expect(readRoutesDocument({ environment, folder: root }, service)).toEqual({
    mistakes: [
      {
        variable: "ROUTES_SOURCE",
        problem: "needs routes.json beside the Lambda, which serves until it could be read",
      },
    ],
  });
});

test("both variables at once are a mistake, even where the file is not there", () => {
  const problem = "is set beside ROUTES; leave one out";
  for (const ROUTES_SOURCE of ["file:routes.json", "file:nowhere.json", "s3://telephony/r.json"]) {
    expect(read({ ROUTES: "{}", ROUTES_SOURCE })).toEqual({
      mistakes: [{ variable: "ROUTES_SOURCE", problem }],
    });
  }
});

function placesOf(ROUTES_SOURCE: string): readonly string[] {
  const document = read({ ROUTES_SOURCE });
  if (!("mistakes" in document)) return [];
  return document.mistakes.map(({ variable, path }) =>
    path ? `${variable} at ${path}` : variable,
  );
}

test("every mistake in a document is listed, with its variable and its place", () => {
  expect(placesOf("file:bad.json")).toEqual([
    "ROUTES_SOURCE at rules[0].when",
    "ROUTES_SOURCE at rules[0].to",
    "ROUTES_SOURCE at otherwise",
  ]);
  expect(read({})).toMatchObject({ mistakes: [{ variable: "ROUTES" }] });
});

const queue = `arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555/queue/22222222-2222-4333-8444-555555555555`;

test("what the service cannot serve is a mistake, filed or not", () => {
  const text = JSON.stringify({ rules: [], otherwise: [{ type: "queue", arn: queue }] });
  write("queue.json", text);
  write("filed-queue.json", fileRoutes(text, documentDigest));
  expect(placesOf("file:queue.json")).toEqual(["ROUTES_SOURCE at otherwise[0].type"]);
  expect(placesOf("file:filed-queue.json")).toEqual(["ROUTES_SOURCE at otherwise[0].type"]);
});

test("what a handler cannot besides is a mistake, filed or not", () => {
  const text = JSON.stringify({
    rules: [],
    otherwise: [{ type: "pstn", destinationService: "https://branches.example.com/closest" }],
  });
  write("picked.json", text);
  write("filed-picked.json", fileRoutes(text, documentDigest));
  const limits = {
    keptBy: ({ picksNumbers }: { picksNumbers: boolean }) => !picksNumbers,
    problemsIn: () => [{ path: ["otherwise", 0], problem: "there is no time for it" }],
  };
  for (const ROUTES_SOURCE of ["file:picked.json", "file:filed-picked.json"]) {
    const environment = { ROUTES_SOURCE };
    expect(readRoutesDocument({ environment, folder }, { ...service, limits })).toEqual({
      mistakes: [
        { variable: "ROUTES_SOURCE", path: "otherwise[0]", problem: "there is no time for it" },
      ],
    });
  }
});

test("a document that was filed is read by its index, and as a whole where the index is not its own", () => {
  const filed = fileRoutes(documentTo("+12045550101"), documentDigest);
  write("filed.json", filed);
  expect(numberBy({ ROUTES_SOURCE: "file:filed.json" })).toBe("+12045550101");
  // Somebody edits the file in the deployed folder.
  write("filed.json", filed.replace("+12045550101", "+12045550111"));
  expect(numberBy({ ROUTES_SOURCE: "file:filed.json" })).toBe("+12045550111");
});
