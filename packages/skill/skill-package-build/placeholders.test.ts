import { expect, test } from "@jest/globals";
import { aSkillPackage } from "../skill-package-lint/testing/a-skill-package.ts";
import { deployableCopy } from "./deployable-copy.ts";
import { placeholders } from "./placeholders.ts";

const settings = {
  profile: "default",
  name: "Acme Support",
  invocationName: "acme support",
  privacyUrl: "https://acme.com/privacy",
};

test("each kind of placeholder is one warning, with its count, first place and options", () => {
  expect(placeholders(aSkillPackage())).toEqual([
    'example.com is still there, 2 times, first at skill.json $.manifest.privacyAndCompliance.locales["en-US"].privacyPolicyUrl (--privacy-url, --terms-url)',
    '“Example Support” is still there, 8 times, first at skill.json $.manifest.publishingInformation.locales["en-US"].name (--name, --invocation-name)',
  ]);
});

test("a package with names and URLs of its own has no placeholder", () => {
  expect(placeholders(deployableCopy(aSkillPackage(), settings))).toEqual([]);
});

test("one spoken name that was forgotten is found", () => {
  const copy = deployableCopy(aSkillPackage(), {
    ...settings,
    invocationName: { "en-US": "acme" },
  });
  expect(placeholders(copy)).toEqual([expect.stringContaining("2 times, first at skill.json")]);
});
