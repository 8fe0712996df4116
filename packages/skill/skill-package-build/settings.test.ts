import { expect, test } from "@jest/globals";
import { inLocale, readSettings } from "./settings.ts";

const skillId = "amzn1.ask.skill.3ffd8d5f-4a2b-4c6d-8e9f-0a1b2c3d4e5f";
const lambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:skill:live";

test("no setting at all is right: the first deployment has none", () => {
  expect(readSettings({})).toEqual({ settings: { profile: "default" } });
});

test("every setting is read, by locale where it is given so", () => {
  const settings = {
    lambdaArn,
    skillId,
    name: { "en-US": "Acme Support", "fr-CA": "Soutien Acme" },
    invocationName: "acme support",
    privacyUrl: "https://acme.com/privacy/{locale}",
    termsUrl: { "en-US": "https://acme.com/terms" },
    iconsUrl: "https://cdn.acme.com/icons/",
    profile: "acme",
  };
  expect(readSettings(settings)).toEqual({ settings });
});

test.each([
  ["lambdaArn", "arn:aws:lambda:eu-west-1:123456789012:function:skill", "us-east-1 or us-west-2"],
  ["lambdaArn", "arn:aws:lambda:us-east-1:1234:function:skill", "the ARN of a Lambda"],
  ["lambdaArn", "arn:aws:iam::123456789012:role/skill", "the ARN of a Lambda"],
  ["skillId", "amzn1.ask.skill.1", "the ID of a skill"],
  ["name", "A", "2 to 50 characters"],
  ["name", "x".repeat(51), "2 to 50 characters"],
  ["privacyUrl", "http://acme.com/privacy", "an https URL"],
  ["termsUrl", "acme.com/terms", "an https URL"],
  ["iconsUrl", "https://user@acme.com", "an https URL"],
  ["profile", "a b", "a profile of the ASK CLI"],
])("%s %s is one mistake that says what is right", (setting, value, right) => {
  expect(readSettings({ [setting]: value })).toEqual({
    mistakes: [expect.stringMatching(new RegExp(`^${setting}: must be .*${right}.*; example: `))],
  });
});

test("all mistakes come at once, and a misspelt setting is one of them", () => {
  const { mistakes } = readSettings({ lambdaARN: lambdaArn, skillId: "x", name: 7 });
  expect(mistakes).toEqual([
    expect.stringMatching(/^skillId: /),
    "name: must be a text, or texts by locale",
    "lambdaARN: is not a setting",
  ]);
});

test("a mistake in one locale's text is named with it", () => {
  expect(readSettings({ privacyUrl: { "fr-CA": "http://acme.com" } }).mistakes).toEqual([
    expect.stringMatching(/^privacyUrl\.fr-CA: must be an https URL/),
  ]);
});

test("{locale} in a value stands for the locale", () => {
  expect(inLocale("https://acme.com/{locale}", "fr-CA")).toBe("https://acme.com/fr-CA");
  expect(inLocale({ "en-US": "Acme" }, "en-US")).toBe("Acme");
  expect(inLocale({ "en-US": "Acme" }, "fr-CA")).toBeUndefined();
});
