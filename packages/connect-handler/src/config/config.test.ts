import { expect, test } from "@jest/globals";
import { ConfigError, type ConfigMistake } from "@skill-call/lambda-config";
import { environment, fallbackQueue } from "../../test/support/contact.ts";
import { readConfig } from "./config.ts";

function mistakesOf(
  change: Readonly<Record<string, string | undefined>>,
): readonly ConfigMistake[] {
  try {
    readConfig({ ...environment, ...change });
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

const routesTo = (...to: unknown[]) => ({ ROUTES: JSON.stringify({ rules: [], otherwise: to }) });

test("a whole environment becomes a config", () => {
  const config = readConfig({ ...environment, COMPANY_NAME: "Maple Clinic", PATH: "/bin" });
  expect(config).toEqual({
    callContextTable: "skill-call-contexts",
    fallbackQueueArn: fallbackQueue,
    companyName: "Maple Clinic",
    routes: JSON.parse(environment.ROUTES),
  });
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
