import { expect, test } from "@jest/globals";
import { ConfigError, type ConfigMistake } from "@skill-call/lambda-config";
import { readConfig } from "./config.ts";

const clientId = "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48";
const arn = "arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4";
const pstn = { type: "pstn", number: "+12045550101" };

const environment = {
  CALL_CONTEXT_TABLE: "skill-call-contexts",
  ALLOWED_SKILL_CLIENT_IDS: clientId,
  CALLER_ID_NUMBER: "+12045550100",
  ROUTES: JSON.stringify({ rules: [], otherwise: [pstn] }),
};

function mistakesOf(changes: Record<string, string | undefined>): readonly ConfigMistake[] {
  try {
    readConfig({ ...environment, ...changes });
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

function placesIn(document: unknown): string[] {
  return mistakesOf({ ROUTES: JSON.stringify(document) }).map(({ path = "" }) => path);
}

test("a whole environment becomes a config", () => {
  const to = [
    { type: "voice-connector", arn, uri: "billing", timeoutSeconds: 20 },
    { type: "pstn", destinationService: "https://branches.example.com/closest" },
    { type: "meeting", mediaRegion: "us-east-1" },
  ];
  const when = { reason: "billing", locale: ["es-US", "fr-CA"], "context.tier": true };
  const { routes, ...config } = readConfig({
    ...environment,
    ALLOWED_SKILL_CLIENT_IDS: `${clientId}, ${clientId}0,`,
    ROUTES: JSON.stringify({ rules: [{ when, to }], otherwise: [pstn] }),
    WITHOUT_CONTEXT: "reject",
    PATH: "/bin",
  });
  expect(config).toEqual({
    callContextTable: "skill-call-contexts",
    allowedSkillClientIds: new Set([clientId, `${clientId}0`]),
    callerIdNumber: "+12045550100",
    withoutContext: "reject",
  });
  const branch = {
    reason: { id: "billing" },
    locale: "es-US",
    callStarter: "callback",
    tier: true,
  };
  expect(routes.route({ ...branch, accountIdVerified: false }).destinations).toEqual(to);
  expect(routes.route(undefined).destinations).toEqual([pstn]);
});

test("a call without a context goes to otherwise unless told differently", () => {
  expect(readConfig(environment).withoutContext).toBe("otherwise");
});

test("canary calls are known by their number, where there is one", () => {
  const CANARY_NUMBER = "+12045550177";
  expect(readConfig({ ...environment, CANARY_NUMBER }).canaryNumber).toBe(CANARY_NUMBER);
  expect(mistakesOf({ CANARY_NUMBER: "911" })).toMatchObject([{ variable: "CANARY_NUMBER" }]);
});

test("an empty environment is refused with every variable that is missing, and an example of each", () => {
  expect(() => readConfig({})).toThrow(
    [
      "The SMA handler cannot start, 4 mistakes in its environment:",
      "- CALL_CONTEXT_TABLE: is missing; example: skill-call-contexts",
      "- ALLOWED_SKILL_CLIENT_IDS: is missing; example: amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48",
      "- CALLER_ID_NUMBER: is missing; example: +12045550100",
      '- ROUTES: is missing; example: {"rules":[],"otherwise":[{"type":"pstn","number":"+12045550100"}]}',
    ].join("\n"),
  );
});

test.each([
  ["CALL_CONTEXT_TABLE", "no"],
  ["CALL_CONTEXT_TABLE", "call contexts"],
  ["ALLOWED_SKILL_CLIENT_IDS", "amzn1.ask.skill.42"],
  ["ALLOWED_SKILL_CLIENT_IDS", " , "],
  ["CALLER_ID_NUMBER", "2045550100"],
  ["CALLER_ID_NUMBER", "2045550100"],
  ["WITHOUT_CONTEXT", "refuse"],
])("%s=%s is a mistake", (variable, value) => {
  const [mistake, ...more] = mistakesOf({ [variable]: value });
  expect(mistake?.variable).toBe(variable);
  expect(mistake?.problem).toContain("; example: ");
  expect(more).toEqual([]);
});

test("an empty variable is one that is not set", () => {
  expect(readConfig({ ...environment, WITHOUT_CONTEXT: "" }).withoutContext).toBe("otherwise");
});

test("a mistake never repeats the value: it may be a number", () => {
  const mistakes = mistakesOf({
    CALLER_ID_NUMBER: "2045550177",
    ROUTES: '{"otherwise":[{"type":"pstn","number":"2045550188"}',
  });
  expect(mistakes).toHaveLength(2);
  expect(JSON.stringify(mistakes)).not.toMatch(/2045550177|2045550188/);
});

test("JSON that breaks is one mistake, and says where", () => {
  expect(mistakesOf({ ROUTES: '{"rules":[],"otherwise":[}' })).toMatchObject([
    { variable: "ROUTES", problem: expect.stringContaining("is not JSON") },
  ]);
  expect(mistakesOf({ ROUTES: '{"rules":[] "otherwise":1}' })).toMatchObject([
    { problem: expect.stringContaining("position 12") },
  ]);
});

test("all mistakes of a ROUTES document come at once, each with its path", () => {
  const bad = {
    rules: [
      { when: null, to: [] },
      { when: { locale: 5 }, to: [{ type: "fax" }] },
    ],
    otherwise: [{ type: "pstn", number: "5550100" }],
  };
  expect(placesIn(bad)).toEqual([
    "rules[0].when",
    "rules[0].to",
    "rules[1].when.locale",
    "rules[1].to[0].type",
    "otherwise[0].number",
  ]);
});

test("mistakes of the routes come with those of the other variables", () => {
  const mistakes = mistakesOf({ CALLER_ID_NUMBER: "911", ROUTES: '{"rules":[],"otherwise":null}' });
  expect(mistakes.map(({ variable }) => variable)).toEqual(["CALLER_ID_NUMBER", "ROUTES"]);
});

test("a queue of Amazon Connect is refused with the reason", () => {
  const id = "9d2b1c7e-1f0a-4a53-8c0e-2d9a6c1b7f55";
  const arn = `arn:aws:connect:us-east-1:123456789012:instance/${id}/queue/${id}`;
  const document = { rules: [], otherwise: [{ type: "queue", arn }] };
  expect(mistakesOf({ ROUTES: JSON.stringify(document) })).toEqual([
    {
      variable: "ROUTES",
      path: "otherwise[0].type",
      problem: expect.stringMatching(
        /^cannot be "queue" here: a SIP media application has no queues/,
      ),
    },
  ]);
});
