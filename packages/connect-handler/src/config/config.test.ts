import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { ConfigError, type ConfigMistake } from "@skill-call/lambda-config";
import { environment, fallbackQueue } from "../../test/support/contact.ts";
import { readConfig } from "./config.ts";

function mistakesOf(
  change: Readonly<Record<string, string | undefined>>,
  folder?: string,
): readonly ConfigMistake[] {
  try {
    readConfig({ ...environment, ...change }, folder);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

const routesTo = (...to: unknown[]) => ({ ROUTES: JSON.stringify({ rules: [], otherwise: to }) });

const folder = mkdtempSync(join(tmpdir(), "routes-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a whole environment becomes a config", () => {
  const config = readConfig({ ...environment, PATH: "/bin" });
  expect(config).toMatchObject({
    callContextTable: "skill-call-contexts",
    fallbackQueueArn: fallbackQueue,
  });
  expect(config.routes.route(undefined).destinations).toEqual(
    JSON.parse(environment.ROUTES).otherwise,
  );
  expect(config.form.words[0].company.name).toBe("Example Support");
});

test("an empty environment is refused with every variable that is missing", () => {
  expect(() => readConfig({})).toThrow(ConfigError);
  const empty = { CALL_CONTEXT_TABLE: "", CONNECT_FALLBACK_QUEUE_ARN: "", ROUTES: "" };
  expect(mistakesOf(empty).map(({ variable }) => variable)).toEqual([
    "CALL_CONTEXT_TABLE",
    "CONNECT_FALLBACK_QUEUE_ARN",
    "ROUTES",
  ]);
});

test("a call form with mistakes is refused with each of them", () => {
  const form = {
    company: { name: "Oak Clinic", invocationName: "oak clinic" },
    locales: ["en-US"],
  };
  writeFileSync(join(folder, "call-form.json"), JSON.stringify(form));
  const mistakes = mistakesOf({ CALL_FORM_FILE: "" }, folder);
  expect(mistakes.map(({ variable, path }) => `${variable} ${path}`)).toContain(
    "CALL_FORM_FILE call-form.json /fields",
  );
  expect(mistakes.length).toBeGreaterThan(1);
});

test.each([
  "billing",
  "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555",
  `${fallbackQueue}/x`,
])("%s is no queue's ARN", (arn) => {
  expect(mistakesOf({ CONNECT_FALLBACK_QUEUE_ARN: arn })).toHaveLength(1);
});

const vc = "arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4";

test.each<[string, unknown, string]>([
  [
    "a Voice Connector",
    { type: "voice-connector", arn: vc, uri: "billing" },
    "External Voice Transfer",
  ],
  ["a meeting", { type: "meeting", mediaRegion: "us-east-1" }, "no phone call into a meeting"],
  [
    "a destination service",
    { type: "pstn", destinationService: "https://x.example/" },
    "not served behind Amazon Connect",
  ],
])("%s is refused at start, and the mistake says why", (_, destination, why) => {
  const mistakes = mistakesOf(routesTo({ type: "pstn", number: "+12045550101" }, destination));
  expect(mistakes).toEqual([
    expect.objectContaining({ variable: "ROUTES", problem: expect.stringContaining(why) }),
  ]);
  expect(mistakes[0]?.path).toContain("otherwise[1]");
});

test("a queue is served", () => {
  expect(mistakesOf(routesTo({ type: "queue", arn: fallbackQueue }))).toEqual([]);
});

test("a queue of another instance is refused, with its place", () => {
  const arn = fallbackQueue.replace("11111111", "99999999");
  expect(
    mistakesOf(routesTo({ type: "queue", arn: fallbackQueue }, { type: "queue", arn })),
  ).toEqual([
    {
      variable: "ROUTES",
      path: "otherwise[1].arn",
      problem: "is a queue of another instance than CONNECT_FALLBACK_QUEUE_ARN",
    },
  ]);
});

test("ROUTES_SOURCE names a file beside the Lambda, and that document is used", () => {
  const document = { rules: [], otherwise: [{ type: "pstn", number: "+12045550177" }] };
  writeFileSync(join(folder, "routes.json"), JSON.stringify(document));
  const { ROUTES, ...others } = environment;
  const { routes } = readConfig({ ...others, ROUTES_SOURCE: "file:routes.json" }, folder);
  expect(routes.route(undefined).destinations).toEqual(document.otherwise);
});

test("every mistake of the file is listed under ROUTES_SOURCE", () => {
  const otherwise = [
    { type: "meeting", mediaRegion: "us-east-1" },
    { type: "pstn", number: "911" },
  ];
  writeFileSync(join(folder, "bad.json"), JSON.stringify({ rules: [], otherwise }));
  const service = { type: "pstn", destinationService: "https://x.example/" };
  writeFileSync(join(folder, "picked.json"), JSON.stringify({ rules: [], otherwise: [service] }));
  const placesIn = (file: string) =>
    mistakesOf({ ROUTES: "", ROUTES_SOURCE: `file:${file}` }, folder).map(
      ({ variable, path }) => `${variable} ${path}`,
    );
  expect(placesIn("bad.json")).toEqual([
    "ROUTES_SOURCE otherwise[0].type",
    "ROUTES_SOURCE otherwise[1].number",
  ]);
  expect(placesIn("picked.json")).toEqual(["ROUTES_SOURCE otherwise[0].destinationService"]);
});

test("ROUTES and ROUTES_SOURCE together are a mistake", () => {
  expect(mistakesOf({ ROUTES_SOURCE: "file:routes.json" }, folder)).toEqual([
    { variable: "ROUTES_SOURCE", problem: "is set beside ROUTES; leave one out" },
  ]);
});
