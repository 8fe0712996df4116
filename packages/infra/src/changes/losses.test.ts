import { expect, test } from "@jest/globals";
import { onlyThe } from "../testing/sample-deployment.ts";
import { templateOf } from "../testing/synthesize.ts";
import { losses } from "./losses.ts";

const sma = (changes: object) => ({ Sma: templateOf(onlyThe("sma", changes)).toJSON() });
const table = { CallContext: templateOf(onlyThe("callContext")).toJSON() };
const all = { ...sma({}), ...table };

test("other routes lose nothing", () => {
  const routes = { rules: [], otherwise: [{ type: "pstn", number: "+12045550101" }] };
  expect(losses(all, { ...sma({ routes }), ...table })).toEqual([]);
});

test("a number less is a rule less", () => {
  expect(losses(all, { ...sma({ phoneNumbers: [], failover: undefined }), ...table })).toEqual([
    expect.stringMatching(/^Sma: Custom::SkillCallSipRule \w+ would be deleted$/),
  ]);
});

test("a stack that is no more in the document is a loss of what lasts in it", () => {
  expect(
    losses(all, sma({}))
      .map((line) => line.replace(/ \w+ would/, " would"))
      .sort(),
  ).toEqual([
    "CallContext: AWS::DynamoDB::GlobalTable would be left behind",
    "CallContext: AWS::KMS::Key would be left behind",
  ]);
});

test("a table that is encrypted or keyed anew is replaced", () => {
  const other = JSON.parse(JSON.stringify(table).replaceAll('"contextId"', '"id"'));
  expect(losses(table, other)).toEqual([
    expect.stringMatching(/^CallContext: AWS::DynamoDB::GlobalTable \w+ would be replaced$/),
  ]);
});
