import { expect, test } from "@jest/globals";
import { aSkillPackage } from "../skill-package-lint/testing/a-skill-package.ts";
import { deployableCopy } from "./deployable-copy.ts";
import type { Settings } from "./settings.ts";

function copyWith(settings: Partial<Settings>) {
  const { manifest, models } = deployableCopy(aSkillPackage(), { profile: "default", ...settings });
  const content = manifest.content.manifest;
  const locales = content?.publishingInformation?.locales;
  return {
    enUS: locales?.["en-US"],
    frCA: locales?.["fr-CA"],
    privacy: content?.privacyAndCompliance?.locales,
    custom: content?.apis?.custom,
    invocationNames: models.map(
      (model) => model.content.interactionModel.languageModel.invocationName,
    ),
  };
}

test("without settings nothing changes but that the skill is a custom one", () => {
  const source = aSkillPackage();
  const { manifest } = source.manifest.content;
  expect(deployableCopy(source, { profile: "default" })).toEqual({
    ...source,
    manifest: { ...source.manifest, content: { manifest: { ...manifest, apis: { custom: {} } } } },
  });
});

test("the Lambda's ARN is the endpoint", () => {
  const lambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:skill";
  expect(copyWith({ lambdaArn }).custom).toEqual({ endpoint: { uri: lambdaArn } });
});

test("the store's name and the spoken one change wherever they stand, each in its letter case", () => {
  const { enUS, frCA, invocationNames } = copyWith({
    name: "Acme Help",
    invocationName: "acme help",
  });
  const texts = {
    name: "Acme Help",
    examplePhrases: ["Alexa, open acme help", "Alexa, ask Acme Help to call billing"],
  };
  expect([enUS, frCA]).toMatchObject([texts, texts]);
  expect(invocationNames).toEqual(["acme help", "acme help"]);
});

test("a name that is given for one locale leaves the others as they are", () => {
  const { enUS, frCA } = copyWith({ name: { "fr-CA": "Soutien Acme" } });
  expect(enUS?.name).toBe("Example Support");
  expect(frCA?.name).toBe("Soutien Acme");
});

test("each locale has its own URLs", () => {
  const { privacy } = copyWith({
    privacyUrl: "https://acme.com/privacy/{locale}",
    termsUrl: { "fr-CA": "https://acme.com/conditions" },
  });
  expect(privacy).toEqual({
    "en-US": { privacyPolicyUrl: "https://acme.com/privacy/en-US" },
    "fr-CA": {
      privacyPolicyUrl: "https://acme.com/privacy/fr-CA",
      termsOfUseUrl: "https://acme.com/conditions",
    },
  });
});

test("icons that are served elsewhere are named by their URL", () => {
  expect(copyWith({ iconsUrl: "https://cdn.acme.com/icons/" }).frCA).toMatchObject({
    smallIconUri: "https://cdn.acme.com/icons/icon-108.png",
    largeIconUri: "https://cdn.acme.com/icons/icon-512.png",
  });
});
