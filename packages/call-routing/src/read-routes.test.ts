import { expect, test } from "@jest/globals";
import { callStarters as callStartersOfContexts } from "@skill-call/call-context";
import { Ajv2020 } from "ajv/dist/2020.js";
import { isRoutesError, type RoutesMistake } from "./errors.ts";
import { routesJsonSchema } from "./json-schema.ts";
import { parseRoutes, readRoutes } from "./read-routes.ts";
import { everyDestination, type Served } from "./served-destinations.ts";
import { callStarters } from "./when-shape.ts";

const vc = "arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4";
const id = "9d2b1c7e-1f0a-4a53-8c0e-2d9a6c1b7f55";
const queueArn = `arn:aws:connect:us-east-1:123456789012:instance/${id}/queue/${id}`;
const secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:branches-AbCdEf";
const pstn = { type: "pstn", number: "+12045550101" };
const service = { type: "pstn", destinationService: "https://branches.example.com/closest" };
const connector = { type: "voice-connector", arn: vc, uri: "billing" };

function mistakesIn(read: () => unknown): readonly RoutesMistake[] {
  try {
    read();
  } catch (error) {
    if (isRoutesError(error)) return error.mistakes;
    throw error;
  }
  return [];
}

function mistakesOf(document: unknown, served?: Served): readonly RoutesMistake[] {
  return mistakesIn(() => readRoutes(document, served));
}

function placesIn(document: unknown): string[] {
  return mistakesOf(document).map(({ path }) => path);
}

const whole = {
  $schema: "./routes.schema.json",
  version: "2026-11-28.1",
  rules: [
    {
      when: { reason: "billing", locale: ["es-US", "fr-CA"], "context.tier": true },
      to: [
        {
          ...connector,
          timeoutSeconds: 20,
          userToUser: {
            discriminator: "04",
            encoding: "hex",
            parameter: true,
            purpose: "isdn-uui",
          },
        },
        {
          ...service,
          allow: { countries: ["US", "CA"], types: ["fixed", "mobile"] },
          auth: "sigv4",
        },
        { ...service, auth: { headerFromSecret: secret } },
        { type: "meeting", mediaRegion: "us-east-1" },
        { type: "queue", arn: queueArn },
      ],
    },
    { when: {}, to: [pstn] },
  ],
  otherwise: [pstn],
};

test("a whole document is read as it is", () => {
  expect(parseRoutes(JSON.stringify(whole))).toEqual(whole);
});

test("all mistakes of a document come at once, each with its place and an example", () => {
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
      null,
      { when: null, to: null },
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
    "rules[2]",
    "rules[3].to",
    "rules[3].when",
  ]);
});

test("an error is one line a mistake", () => {
  const document = { rules: [{ when: null, to: [pstn] }], otherwise: [{ ...pstn, number: "911" }] };
  expect(() => readRoutes(document)).toThrow(
    [
      "The ROUTES document has 2 mistakes:",
      '- at rules[0].when: must be an object; example: {"reason":"billing"}',
      "- at otherwise[0].number: must be an E.164 number; example: +12045550100",
    ].join("\n"),
  );
});

const nonsense: readonly unknown[] = [null, true, 0, 7, "", "x", [], [[]], {}, { a: null }];

test.each(nonsense)("%j is no document, no rule, no list of rules and no destination", (value) => {
  const isEmptyList = Array.isArray(value) && value.length === 0;
  expect(placesIn(value).length).toBeGreaterThan(0);
  expect(placesIn({ rules: value, otherwise: [pstn] })).toHaveLength(isEmptyList ? 0 : 1);
  expect(placesIn({ rules: [value], otherwise: [pstn] }).length).toBeGreaterThan(0);
  expect(placesIn({ rules: [], otherwise: value })).toHaveLength(1);
  expect(placesIn({ rules: [], otherwise: [value] })).toHaveLength(1);
});

test.each(nonsense.filter((value) => JSON.stringify(value) !== "{}"))(
  "%j is no when, no value of a condition and no option",
  (value) => {
    const otherwise = [pstn];
    expect(placesIn({ rules: [{ when: value, to: [pstn] }], otherwise })).toHaveLength(1);
    for (const field of ["userToUser", "timeoutSeconds"]) {
      const destination = { ...connector, [field]: value };
      const isNumber = field === "timeoutSeconds" && value === 7;
      const places = placesIn({ rules: [], otherwise: [destination] });
      expect(places.length > 0).toBe(!isNumber);
    }
    for (const field of ["allow", "auth"]) {
      const places = placesIn({ rules: [], otherwise: [{ ...service, [field]: value }] });
      expect(places.length).toBeGreaterThan(0);
    }
  },
);

test.each(["reason", "locale", "skillId", "callStarter", "accountIdVerified", "context.tier"])(
  "null, a number, an object and an empty list are no values of %s",
  (field) => {
    for (const value of [null, 5, {}, [], [null], [["billing"]], [5]]) {
      const when = { [field]: value };
      const places = placesIn({ rules: [{ when, to: [pstn] }], otherwise: [pstn] });
      expect(places).toHaveLength(1);
    }
  },
);

test.each(["", " ", "{", "[]", "null", '"rules"', "rules", '{"rules":[] "otherwise":1}'])(
  "the text %j is no document",
  (text) => {
    expect(mistakesIn(() => parseRoutes(text)).length).toBeGreaterThan(0);
  },
);

test("JSON that breaks says where, and quotes nothing", () => {
  const [mistake, ...more] = mistakesIn(() => parseRoutes('{"rules":[] "number":"+12045550177"}'));
  expect(mistake).toEqual({ path: "", problem: expect.stringContaining("position 12") });
  expect(JSON.stringify(mistake)).not.toContain("5550177");
  expect(more).toEqual([]);
});

test("a destination that the service cannot serve is refused with the reason", () => {
  const served = { ...everyDestination, queue: "a SIP media application has no queues" };
  const document = { rules: [], otherwise: [{ type: "queue", arn: queueArn }, pstn] };
  expect(mistakesOf(document, served)).toEqual([
    {
      path: "otherwise[0].type",
      problem: 'cannot be "queue" here: a SIP media application has no queues',
    },
  ]);
  expect(mistakesOf({ rules: [], otherwise: [{ type: "fax" }] }, served)).toEqual([
    { path: "otherwise[0].type", problem: 'must be one of "voice-connector", "pstn", "meeting"' },
  ]);
});

const destinations: readonly [boolean, object][] = [
  [true, connector],
  [true, { ...connector, arn: "arn:aws:chime:us-west-2:123456789012:vcg/1a2b3c4d-5e6f" }],
  [false, { ...connector, arn: "arn:aws:chime:us-east-1:123456789012:sma/abc" }],
  [false, { ...connector, arn: "arn:aws:s3:::bucket" }],
  [true, { ...connector, uri: "a".repeat(36) }],
  [false, { ...connector, uri: "a".repeat(37) }],
  [false, { ...connector, uri: "" }],
  [true, { ...connector, uri: "&=+$/%-_!~*()." }],
  [false, { ...connector, uri: "agent@example" }],
  [true, { ...connector, timeoutSeconds: 1 }],
  [true, { ...connector, timeoutSeconds: 120 }],
  [false, { ...connector, timeoutSeconds: 0 }],
  [false, { ...connector, timeoutSeconds: 121 }],
  [false, { ...connector, timeoutSeconds: 1.5 }],
  [false, { ...connector, timeoutSeconds: "30" }],
  [true, { ...connector, userToUser: { encoding: "hex", parameter: false } }],
  [true, { ...connector, userToUser: { discriminator: "00", encoding: "hex", parameter: true } }],
  [false, { ...connector, userToUser: { discriminator: "08", encoding: "hex", parameter: true } }],
  [false, { ...connector, userToUser: { encoding: "hex" } }],
  [false, { ...connector, userToUser: { encoding: "ascii", parameter: true } }],
  [false, { ...connector, userToUser: { encoding: "hex", parameter: true, purpose: "isdn" } }],
  [false, { ...connector, allow: { countries: ["US"] } }],
  [true, pstn],
  [false, { ...pstn, number: "2045550101" }],
  [true, { ...pstn, number: "+1 204 555 0101" }],
  [true, { ...pstn, number: "tel:+1-204-555-0101" }],
  [true, { ...pstn, number: "+1\u2011204\u2013555\u20110101" }],
  [true, { ...pstn, number: "+1 (204) 555.0101" }],
  [false, { ...pstn, number: "+12" }],
  [false, { ...pstn, number: "+0204555010101" }],
  [false, { ...pstn, number: "sip:+12045550101@example.com" }],
  [false, { ...pstn, number: "+1204555010100000" }],
  [false, { ...pstn, number: "+1204555O101" }],
  [false, { ...pstn, allow: { countries: ["US"] } }],
  [false, { ...pstn, userToUser: { encoding: "hex", parameter: true } }],
  [false, { type: "pstn" }],
  [true, service],
  [false, { ...service, number: "+12045550101" }],
  [true, { ...service, destinationService: "http://localhost:8080/closest" }],
  [false, { ...service, destinationService: "ftp://branches.example.com" }],
  [false, { ...service, destinationService: "branches.example.com" }],
  [true, { ...service, allow: { countries: ["US", "CA"], types: ["fixed", "mobile"] } }],
  [true, { ...service, allow: { types: ["toll-free", "voip", "shared-cost", "premium-rate"] } }],
  [false, { ...service, allow: { countries: [] } }],
  [false, { ...service, allow: { countries: ["us"] } }],
  [false, { ...service, allow: { countries: "US" } }],
  [false, { ...service, allow: { countries: {} } }],
  [false, { ...service, allow: { types: ["satellite"] } }],
  [false, { ...service, allow: ["US"] }],
  [true, { ...service, auth: "sigv4" }],
  [true, { ...service, auth: { headerFromSecret: secret } }],
  [false, { ...service, auth: "basic" }],
  [false, { ...service, auth: { headerFromSecret: "my-secret" } }],
  [false, { ...service, auth: { headerFromSecret: secret.replace(/secret:.*$/, "secret:*") } }],
  [false, { ...service, auth: { headerFromSecret: secret, name: "x" } }],
  [true, { type: "meeting", mediaRegion: "us-east-1" }],
  [true, { type: "meeting", mediaRegion: "ap-southeast-2" }],
  [true, { type: "meeting", mediaRegion: "us-gov-west-1" }],
  [false, { type: "meeting", mediaRegion: "us-east" }],
  [false, { type: "meeting", mediaRegion: "US-EAST-1" }],
  [true, { type: "queue", arn: queueArn }],
  [false, { type: "queue", arn: vc }],
  [false, { type: "queue", arn: `${queueArn}/x` }],
  [false, { type: "queue" }],
];

const byJsonSchema = new Ajv2020({ strict: true, strictTypes: false, formats: { uri: true } });
const isByJsonSchema = byJsonSchema.compile(routesJsonSchema);

test.each(destinations)("it is %s that %j is a destination, by the JSON Schema too", (is, to) => {
  const document = { rules: [{ when: {}, to: [to] }], otherwise: [pstn] };
  expect(placesIn(document).length === 0).toBe(is);
  expect(isByJsonSchema(document)).toBe(is);
});

test.each([
  "http://branches.example.com/closest",
  "http://127.0.0.1.example.com/closest",
  "http://localhost.example.com/closest",
])("a destination service at %s would get the context in the clear", (destinationService) => {
  const to = { type: "pstn", destinationService };
  expect(placesIn({ rules: [], otherwise: [to] })).toEqual(["otherwise[0].destinationService"]);
});

test.each<[boolean, unknown]>([
  [true, {}],
  [true, { reason: "billing", locale: ["es-US", "fr-CA"], accountIdVerified: [true] }],
  [true, { callStarter: ["skill-call", "callback"], skillId: "amzn1.ask.skill.1" }],
  [true, { "context.tier": [true, "gold"], "context._own-field2": "" }],
  [false, { "context.tier": 5 }],
  [false, { "context.": "gold" }],
  [false, { "context.5": "gold" }],
  [false, { "context.a.b": "gold" }],
  [false, { tier: "gold" }],
  [false, { reason: "" }],
  [false, { reason: ["billing", ""] }],
  [false, { callStarter: "pigeon" }],
  [false, { accountIdVerified: "true" }],
  [false, null],
  [false, []],
])("it is %s that a rule may ask %j, by the JSON Schema too", (may, when) => {
  const document = { rules: [{ when, to: [pstn] }], otherwise: [pstn] };
  expect(placesIn(document).length === 0).toBe(may);
  expect(isByJsonSchema(document)).toBe(may);
});

test("the version is a name, not a story", () => {
  const document = { rules: [], otherwise: [pstn] };
  expect(placesIn({ ...document, version: "2026-11-28T12:00+1" })).toEqual([]);
  expect(placesIn({ ...document, version: "" })).toEqual(["version"]);
  expect(placesIn({ ...document, version: "the new one" })).toEqual(["version"]);
  expect(placesIn({ ...document, version: 3 })).toEqual(["version"]);
});

test("a key named as JavaScript's own is a key that is not known", () => {
  const document =
    '{"rules":[],"otherwise":[{"type":"pstn","number":"+12045550101"}],"__proto__":{}}';
  expect(mistakesIn(() => parseRoutes(document))).toMatchObject([{ path: "__proto__" }]);
  const type = '{"rules":[],"otherwise":[{"type":"constructor"}]}';
  expect(mistakesIn(() => parseRoutes(type))).toMatchObject([{ path: "otherwise[0].type" }]);
});

test("ten thousand mistakes are all listed", () => {
  const rules = Array.from({ length: 10_000 }, () => ({ when: {}, to: "nowhere" }));
  expect(placesIn({ rules, otherwise: [pstn] })).toHaveLength(10_000);
});

test("the call starters are those of the call contexts", () => {
  expect(callStarters).toEqual(callStartersOfContexts);
});

const to = '[{"type":"pstn","number":"+12045550100"}]';
const aRule = `{"when":{"reason":"billing"},"to":${to}}`;

// What somebody reads who wrote a document: each sentence says what to write instead.
test.each<[unknown, string]>([
  [[], `must be an object; example: {"rules":[${aRule}],"otherwise":${to}}`],
  [{ version: 3 }, "must be 1–64 characters of a-z A-Z 0-9 _ . : + -; example: 2026-11-28"],
  [{ version: "" }, "is missing; example: 2026-11-28"],
  [{ $schema: 1 }, "must be a text; example: ./routes.schema.json"],
  [{ $index: 5 }, "must be what fileRoutes wrote; example: {}"],
  [{ rules: {} }, `must be a list of rules; example: [${aRule}]`],
  [{ rules: undefined }, `must be a list of rules; example: [${aRule}]`],
  [{ otherwise: {} }, `must be a list of destinations; example: ${to}`],
  [{ otherwise: [] }, `must not be empty; example: ${to}`],
  [{ other: 1 }, "is not known here; known: rules, otherwise, $schema, $index, version"],
])("of a document with %j is said: %s", (part, sentence) => {
  const document = Array.isArray(part) ? part : { rules: [], otherwise: [pstn], ...Object(part) };
  expect(mistakesOf(document).map(({ problem }) => problem)).toEqual([sentence]);
});

test.each<[unknown, string]>([
  [5, `must be an object; example: ${aRule}`],
  [{ to: [pstn] }, 'is missing; example: {"reason":"billing"}'],
  [{ when: {} }, `is missing; example: ${to}`],
])("of the rule %j is said: %s", (rule, sentence) => {
  const mistakes = mistakesOf({ rules: [rule], otherwise: [pstn] });
  expect(mistakes.map(({ problem }) => problem)).toEqual([sentence]);
});

test.each<[object, string, string]>([
  [{ countries: {} }, "countries", 'must be a list of countries; example: ["US"]'],
  [{ countries: [] }, "countries", 'must not be an empty list; example: ["US"]'],
  [
    { countries: ["us"] },
    "countries[0]",
    "must be a country's two letters (ISO 3166-1); example: US",
  ],
  [{ types: 5 }, "types", 'must be a list of types of numbers; example: ["fixed"]'],
])("of the numbers that are allowed, %j, is said at %s: %s", (allow, place, problem) => {
  expect(mistakesOf({ rules: [], otherwise: [{ ...service, allow }] })).toEqual([
    { path: `otherwise[0].allow.${place}`, problem },
  ]);
});

test.each([
  [{}, true],
  [{ a: 1 }, true],
  [[], false],
  [5, false],
  [null, false],
])("%j may be a document's index: %s, by the JSON Schema too", ($index, may) => {
  const document = { rules: [], otherwise: [pstn], $index };
  expect(placesIn(document).length === 0).toBe(may);
  expect(isByJsonSchema(document)).toBe(may);
});

const starters = '"skill-call", "callback", "connect", "connect-task", "smart-properties"';

test.each<[unknown, string]>([
  [null, 'must be an object; example: {"reason":"billing"}'],
  [{ reason: 5 }, "must be a text or a list of texts; example: billing"],
  [{ reason: "" }, "is missing; example: billing"],
  [{ reason: [] }, 'must not be an empty list; example: ["billing"]'],
  [{ locale: 5 }, "must be a text or a list of texts; example: es-US"],
  [{ skillId: 5 }, "must be a text or a list of texts; example: amzn1.ask.skill.…"],
  [{ callStarter: "x" }, `must be one of ${starters}; example: skill-call`],
  [{ callStarter: [] }, 'must not be an empty list; example: ["skill-call"]'],
  [{ accountIdVerified: 1 }, "must be one of true, false; example: true"],
  [{ accountIdVerified: [] }, "must not be an empty list; example: [true]"],
  [{ "context.a": 5 }, "must be a text, true, false, or a list of them; example: west"],
  [
    { x: 1 },
    "is not known here; known: reason, locale, callStarter, skillId, accountIdVerified, context.<field>",
  ],
])("of the conditions %j is said: %s", (when, sentence) => {
  const mistakes = mistakesOf({ rules: [{ when, to: [pstn] }], otherwise: [pstn] });
  expect(mistakes.map(({ problem }) => problem)).toEqual([sentence]);
});

test.each([
  ["keys", (keys: object) => ({ rules: [], otherwise: [pstn], ...keys })],
  ["conditions", (keys: object) => ({ rules: [{ when: keys, to: [pstn] }], otherwise: [pstn] })],
])("200,000 mistakes among the %s are told in a time that is linear", (_, document) => {
  const count = 200_000;
  const keys = Object.fromEntries(Array.from({ length: count }, (_, nth) => [`k${nth}`, ""]));
  const text = JSON.stringify(document(keys));
  const before = process.cpuUsage().user;
  expect(mistakesIn(() => parseRoutes(text))).toHaveLength(count);
  // A second of the processor; what is quadratic takes a minute.
  expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(15);
});
