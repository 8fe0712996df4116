import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import { deploymentJsonSchema } from "../../scripts/deployment-json-schema.ts";
import { sampleDocument } from "../testing/sample-deployment.ts";
import { parseDeployment } from "./deployment.ts";

const jsonIn = (name: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), "utf8"));
const written = jsonIn("deployment.schema.json");
const isValid = new Ajv({ strict: false, formats: { uri: true } }).compile(written as object);

test("the schema is what the reader reads: pnpm --filter @skill-call/infra schema writes it", () => {
  expect(written).toEqual(JSON.parse(JSON.stringify(deploymentJsonSchema())));
});

test("documents with everything and with little fit it, and so does the example, which names it", () => {
  const example = jsonIn("deployment.example.json") as { $schema: string };
  for (const document of [sampleDocument, { stage: "test" }, example]) {
    expect([isValid(document), isValid.errors]).toEqual([true, null]);
  }
  expect(example.$schema).toBe("./deployment.schema.json");
});

/** A document of which the reader refuses one place for its form. */
const { sma, contextApi, skill } = sampleDocument;
test.each<[string, object]>([
  ["no stage", { stage: undefined }],
  ["a stage in capitals", { stage: "Prod" }],
  ["a section that nobody knows", { smaa: {} }],
  ["a key that nobody knows", { sma: { ...sma, secondNumber: "+16073331111" } }],
  ["a number without a country", { sma: { ...sma, callerIdNumber: "6073331111" } }],
  ["a share above 1", { sma: { ...sma, alarms: { destinationsFail: 30 } } }],
  ["a canary every four minutes", { sma: { ...sma, canary: { ...sma.canary, everyMinutes: 4 } } }],
  ["a switch that is a word", { sma: { ...sma, messageLogs: "yes" } }],
  ["routes that are a list", { sma: { ...sma, routes: [] } }],
  ["another way to start a call", { skill: { ...skill, callStarter: { type: "telepathy" } } }],
  ["an ARN of another service", { sma: { ...sma, alarmTopicArn: skill.skillId } }],
  [
    "no audience",
    { contextApi: { authorizer: { type: "jwt", issuer: "https://x.example.com/" } } },
  ],
  ["an origin with a path", { contextApi: { ...contextApi, allowedOrigins: ["https://a.com/b"] } }],
])("%s fits neither the schema nor the reader", (_, changes) => {
  const document = JSON.parse(JSON.stringify({ ...sampleDocument, ...changes }));
  expect(isValid(document)).toBe(false);
  expect(() => parseDeployment(document)).toThrow(/cannot be used/);
});
