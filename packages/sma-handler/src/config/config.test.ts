import { expect, test } from "@jest/globals";
import { ConfigError, type ConfigMistake } from "@skill-call/lambda-config";
import { readConfig } from "./config.ts";

const clientId = "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48";
const vc = "arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4";
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
    { type: "voice-connector", arn: vc, uri: "billing", timeoutSeconds: 20 },
    { type: "pstn", destinationService: "https://branches.example.com/closest" },
    { type: "meeting", mediaRegion: "us-east-1" },
  ];
  const when = { reason: "billing", locale: ["es-US", "fr-CA"], "context.tier": true };
  expect(
    readConfig({
      ...environment,
      ALLOWED_SKILL_CLIENT_IDS: `${clientId}, ${clientId}0,`,
      ROUTES: JSON.stringify({ rules: [{ when, to }], otherwise: [pstn] }),
      WITHOUT_CONTEXT: "reject",
      PATH: "/bin",
    }),
  ).toEqual({
    callContextTable: "skill-call-contexts",
    allowedSkillClientIds: new Set([clientId, `${clientId}0`]),
    callerIdNumber: "+12045550100",
    routes: {
      rules: [
        {
          when: [
            { field: "reason", anyOf: ["billing"] },
            { field: "locale", anyOf: ["es-US", "fr-CA"] },
            { field: "context.tier", anyOf: [true] },
          ],
          to,
        },
      ],
      otherwise: [pstn],
    },
    withoutContext: "reject",
  });
});

test("a call without a context goes to otherwise unless told differently", () => {
  expect(readConfig(environment).withoutContext).toBe("otherwise");
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
      {
        when: { reason: [], reson: "billing", callStarter: "pigeon", accountIdVerified: "yes" },
        to: [],
      },
      {
        when: { locale: 5 },
        to: [
          { type: "voice-connector", arn: "arn:aws:chime:us-east-1:1:vc/x", uri: "a b" },
          { type: "pstn", number: "5550100", destinationService: "http://example.com" },
          { type: "pstn" },
          { type: "meeting", mediaRegion: "moon", colour: "red" },
          { type: "fax" },
          "pstn",
        ],
        afterwards: "stop",
      },
    ],
  };
  expect(placesIn(bad).sort()).toEqual([
    "otherwise",
    "rules[0].to",
    "rules[0].when.accountIdVerified",
    "rules[0].when.callStarter",
    "rules[0].when.reason",
    "rules[0].when.reson",
    "rules[1].afterwards",
    "rules[1].to[0].arn",
    "rules[1].to[0].uri",
    "rules[1].to[1]",
    "rules[1].to[1].destinationService",
    "rules[1].to[1].number",
    "rules[1].to[2]",
    "rules[1].to[3].colour",
    "rules[1].to[3].mediaRegion",
    "rules[1].to[4].type",
    "rules[1].to[5]",
    "rules[1].when.locale",
  ]);
});

test.each<[string, unknown]>([
  ["is no object", "rules"],
  ["is null", null],
  ["has an otherwise without destinations", { rules: [], otherwise: [] }],
  ["has no otherwise", { rules: [] }],
  ["has no rules", { otherwise: [pstn] }],
  ["has a key that is not known", { rules: [], otherwise: [pstn], comment: "hello" }],
  ["has a rule without when", { rules: [{ to: [pstn] }], otherwise: [pstn] }],
  ["has a rule that is no object", { rules: ["billing"], otherwise: [pstn] }],
])("a document that %s is one mistake", (_, document) => {
  expect(placesIn(document)).toHaveLength(1);
});

test.each<[boolean, Record<string, unknown>]>([
  [true, { arn: vc }],
  [true, { arn: "arn:aws:chime:us-west-2:123456789012:vcg/1a2b3c4d-5e6f" }],
  [false, { arn: "arn:aws:chime:us-east-1:123456789012:sma/abc" }],
  [false, { arn: "arn:aws:s3:::bucket" }],
  [true, { uri: "a".repeat(36) }],
  [false, { uri: "a".repeat(37) }],
  [false, { uri: "" }],
  [true, { uri: "&=+$/%-_!~*()." }],
  [false, { uri: "agent@example" }],
  [true, { timeoutSeconds: 1 }],
  [true, { timeoutSeconds: 120 }],
  [false, { timeoutSeconds: 0 }],
  [false, { timeoutSeconds: 121 }],
  [false, { timeoutSeconds: 1.5 }],
  [false, { timeoutSeconds: "30" }],
])("it is %s that a Voice Connector may have %j", (allowed, change) => {
  const destination = { type: "voice-connector", arn: vc, uri: "billing", ...change };
  expect(placesIn({ rules: [], otherwise: [destination] })).toHaveLength(allowed ? 0 : 1);
});

test.each<[boolean, string]>([
  [true, "https://branches.example.com/closest"],
  [true, "http://localhost:8080/closest"],
  [true, "http://127.0.0.1:8080/closest"],
  [true, "http://[::1]:8080/closest"],
  [false, "http://branches.example.com/closest"],
  [false, "http://127.0.0.1.example.com/closest"],
  [false, "http://localhost.example.com/closest"],
  [false, "ftp://branches.example.com"],
  [false, "branches.example.com"],
])("it is %s that a destination service may be at %s", (allowed, destinationService) => {
  const document = { rules: [], otherwise: [{ type: "pstn", destinationService }] };
  expect(placesIn(document)).toHaveLength(allowed ? 0 : 1);
});

test.each<[boolean, string]>([
  [true, "us-east-1"],
  [true, "ap-southeast-2"],
  [true, "us-gov-west-1"],
  [false, "us-east"],
  [false, "US-EAST-1"],
])("it is %s that a meeting may be hosted in %s", (allowed, mediaRegion) => {
  const document = { rules: [], otherwise: [{ type: "meeting", mediaRegion }] };
  expect(placesIn(document)).toHaveLength(allowed ? 0 : 1);
});
