import { expect, test } from "@jest/globals";
import type { Draft } from "../testing/a-skill-package.ts";
import { lintOf } from "../testing/lint-of.ts";

const published = ({ manifest }: Draft) => manifest.manifest?.publishingInformation;
const privacy = ({ manifest }: Draft) => manifest.manifest?.privacyAndCompliance;

test("a manifest file without a manifest is found", () => {
  const findings = lintOf(({ manifest }) => {
    delete manifest.manifest;
  });
  expect(findings).toEqual(["skill.json $: there is no manifest (manifest)"]);
});

test("a category that does not exist is found", () => {
  const findings = lintOf((draft) => Object.assign(published(draft) ?? {}, { category: "PHONE" }));
  expect(findings).toEqual([
    'skill.json $.manifest.publishingInformation.category: "PHONE" is not a category (manifest)',
  ]);
});

test("a locale with a model that is not published is found", () => {
  const findings = lintOf((draft) => {
    delete published(draft)?.locales?.["fr-CA"];
  });
  expect(findings).toContain(
    "skill.json $.manifest.publishingInformation.locales: fr-CA has an interaction model and is not published (manifest)",
  );
});

test("a published locale without a model is found", () => {
  const findings = lintOf((draft) => {
    const locales = published(draft)?.locales ?? {};
    locales["de-DE"] = { name: "Beispiel" };
  });
  expect(findings).toContain(
    'skill.json $.manifest.publishingInformation.locales["de-DE"]: de-DE has no interaction model (manifest)',
  );
});

test.each([undefined, "http://example.com/privacy"])(
  "permissions with the privacy policy URL %p are found",
  (privacyPolicyUrl) => {
    const findings = lintOf((draft) => {
      const locales = privacy(draft)?.locales ?? {};
      locales["fr-CA"] = privacyPolicyUrl ? { privacyPolicyUrl } : {};
    });
    expect(findings).toEqual([
      'skill.json $.manifest.privacyAndCompliance.locales["fr-CA"].privacyPolicyUrl: a skill that asks for permissions needs the https URL of its privacy policy (manifest)',
    ]);
  },
);

test("permissions in a skill for children are found", () => {
  const findings = lintOf((draft) =>
    Object.assign(privacy(draft) ?? {}, { isChildDirected: true }),
  );
  expect(findings).toEqual([
    "skill.json $.manifest.privacyAndCompliance.isChildDirected: a skill that asks for permissions may not be directed to children (manifest)",
  ]);
});

test("permissions in a skill that claims to use no personal data are found", () => {
  const findings = lintOf((draft) =>
    Object.assign(privacy(draft) ?? {}, { usesPersonalInfo: false }),
  );
  expect(findings).toEqual([
    "skill.json $.manifest.privacyAndCompliance.usesPersonalInfo: asking for permissions says otherwise (manifest)",
  ]);
});

test("a skill without permissions needs no privacy policy", () => {
  const findings = lintOf(({ manifest }) => {
    delete manifest.manifest?.permissions;
    delete manifest.manifest?.privacyAndCompliance;
  });
  expect(findings).toEqual([]);
});

test("an example phrase without the invocation name is found", () => {
  const findings = lintOf((draft) =>
    published(draft)?.locales?.["en-US"]?.examplePhrases?.push("Alexa, call billing"),
  );
  expect(findings).toEqual([
    'skill.json $.manifest.publishingInformation.locales["en-US"].examplePhrases[2]: "Alexa, call billing" does not begin with "Alexa, " and name "example support" (manifest)',
  ]);
});

test("a locale without example phrases is found", () => {
  const findings = lintOf((draft) => {
    published(draft)?.locales?.["en-US"]?.examplePhrases?.splice(0);
  });
  expect(findings).toEqual([
    'skill.json $.manifest.publishingInformation.locales["en-US"].examplePhrases: 1 to 3 example phrases are needed (manifest)',
  ]);
});

test("an empty list of permissions is found: SMAPI would answer 500", () => {
  const findings = lintOf(({ manifest }) =>
    Object.assign(manifest.manifest ?? {}, { permissions: [] }),
  );
  expect(findings).toEqual([
    "skill.json $.manifest.permissions: leave it out where there are none (manifest)",
  ]);
});

const countries = "skill.json $.manifest.publishingInformation.distributionCountries";

test.each<[string, object, string | undefined]>([
  ["no country", { distributionCountries: [] }, "the skill is for no country"],
  [
    "no country, worldwide",
    { distributionCountries: [], isAvailableWorldwide: true },
    "the skill is for no country",
  ],
  ["nowhere", { isAvailableWorldwide: false }, "the skill is for no country"],
  [
    "everywhere, and in one country",
    { distributionCountries: ["US"], isAvailableWorldwide: true },
    "a skill that is available worldwide lists no countries",
  ],
  ["one country", { distributionCountries: ["US"], isAvailableWorldwide: false }, undefined],
  ["everywhere", { isAvailableWorldwide: true }, undefined],
])("distribution %s", (_, distribution, problem) => {
  const findings = lintOf((draft) => Object.assign(published(draft) ?? {}, distribution));
  expect(findings).toEqual(problem ? [expect.stringContaining(`${countries}: ${problem}`)] : []);
});

test.each(["name", "summary", "description"] as const)(
  "an empty or missing %s is found",
  (text) => {
    for (const value of ["", "  ", undefined]) {
      const findings = lintOf((draft) =>
        Object.assign(published(draft)?.locales?.["fr-CA"] ?? {}, { [text]: value }),
      );
      expect(findings).toEqual([
        `skill.json $.manifest.publishingInformation.locales["fr-CA"].${text}: the store shows it: it may not be empty (manifest)`,
      ]);
    }
  },
);

test("an empty keyword is found", () => {
  const findings = lintOf((draft) =>
    Object.assign(published(draft)?.locales?.["fr-CA"] ?? {}, { keywords: ["appel", ""] }),
  );
  expect(findings).toEqual([
    'skill.json $.manifest.publishingInformation.locales["fr-CA"].keywords[1]: is empty (manifest)',
  ]);
});

test("a privacy policy for a locale that is not published is found, permissions or not", () => {
  const findings = lintOf((draft) => {
    delete draft.manifest.manifest?.permissions;
    Object.assign(privacy(draft)?.locales ?? {}, { "de-DE": {} });
  });
  expect(findings).toEqual([
    'skill.json $.manifest.privacyAndCompliance.locales["de-DE"]: de-DE is not published (manifest)',
  ]);
});
