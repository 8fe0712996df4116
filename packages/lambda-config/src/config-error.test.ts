import { expect, test } from "@jest/globals";
import * as v from "valibot";
import { ConfigError, mistakeOf } from "./config-error.ts";
import { e164Number } from "./e164-number.ts";
import { tableName } from "./table-name.ts";
import { isTrustworthyUrl } from "./trustworthy-url.ts";

const starting = { code: "sma-handler.config", lambda: "The SMA handler" } as const;

test("an error lists every mistake, with its variable, its place and an example", () => {
  const schema = v.object({
    CALL_CONTEXT_TABLE: tableName,
    NUMBERS: v.object({ agents: v.array(e164Number) }),
  });
  const environment = { NUMBERS: { agents: ["+12045550100", "5550177"] } };
  const { issues = [] } = v.safeParse(schema, environment);
  const error = new ConfigError(starting, issues.map(mistakeOf));
  expect(error.code).toBe("sma-handler.config");
  expect(error.message).toBe(
    [
      "The SMA handler cannot start, 2 mistakes in its environment:",
      "- CALL_CONTEXT_TABLE: is missing; example: skill-call-contexts",
      "- NUMBERS at agents[1]: must be an E.164 number; example: +12045550100",
    ].join("\n"),
  );
});

test.each<[boolean, string]>([
  [true, "skill-call-contexts"],
  [true, "arn:aws:dynamodb:us-east-1:123456789012:table/skill-call-contexts"],
  [true, "arn:aws-us-gov:dynamodb:us-gov-west-1:123456789012:table/contexts"],
  [false, "no"],
  [false, "call contexts"],
  [false, "arn:aws:dynamodb:us-east-1:1:table/contexts"],
])("it is %s that %s names a table", (allowed, name) => {
  expect(v.is(tableName, name)).toBe(allowed);
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
])("it is %s that %s can be trusted", (trusted, url) => {
  expect(isTrustworthyUrl(url)).toBe(trusted);
});
