import { expect, test } from "@jest/globals";
import { changesBetween, type ResourceChange, type TemplateJson } from "../testing/changes.ts";
import { everyTemplate } from "../testing/every-document.ts";
import { type Resources, rightsOf, roleOf } from "../testing/rights.ts";
import { sections } from "../testing/sample-deployment.ts";

const templates = everyTemplate();

const pairs = sections.flatMap((section) =>
  templates[section].flatMap((before) =>
    templates[section]
      .filter((after) => after !== before)
      .map((after) => ({
        name: `${before.name} → ${after.name}`,
        before: before.template,
        after: after.template,
        changes: changesBetween(before.template, after.template),
      })),
  ),
);

interface Update {
  readonly before: TemplateJson;
  readonly after: TemplateJson;
  readonly changes: readonly ResourceChange[];
}

/** What custom resources call when they are deleted, and may not after the update; policies change before that. */
function refusedDeletions({ before, after, changes }: Update): string[] {
  const gone = changes.filter(
    ({ how, type }) => (how === "deleted" || how === "replaced") && type.startsWith("Custom::"),
  );
  return gone.flatMap(({ id, type }) => {
    const { ServiceToken } = before.Resources[id]?.Properties ?? {};
    const [lambdaId = ""] = (ServiceToken as { "Fn::GetAtt": string[] })["Fn::GetAtt"];
    const allowed = rightsOf(after.Resources, roleOf(after.Resources, lambdaId));
    return (deletions[type] ?? ["a type that nobody knows"])
      .filter((needed) => !allowed.some((grant) => grant.startsWith(`${needed} on`)))
      .map((needed) => `${id}: ${needed}`);
  });
}

/** src/lambda/voice-api; its tests hold it to these. */
const deletions: Readonly<Record<string, readonly string[]>> = {
  "Custom::SkillCallAlexaSkills": ["chime:PutSipMediaApplicationAlexaSkillConfiguration"],
  "Custom::SkillCallMessageLogs": ["chime:PutSipMediaApplicationLoggingConfiguration"],
  "Custom::SkillCallSipRule": ["chime:UpdateSipRule", "chime:DeleteSipRule", "chime:ListSipRules"],
  "Custom::SkillCallSipMediaApplication": [
    "chime:DeleteSipMediaApplication",
    "chime:ListSipMediaApplications",
  ],
};

/** What a version that still runs while its successor takes over may do no longer, by logical ID of its Lambda. */
function lostRights(before: Resources, after: Resources): string[] {
  const lambdas = Object.keys(before).filter((id) => before[id]?.Type === "AWS::Lambda::Function");
  return lambdas.flatMap((id) => {
    const role = roleOf(before, id);
    // A role that is not there any more goes when the alias has moved.
    if (after[role] === undefined) return [];
    const still = rightsOf(after, role);
    return rightsOf(before, role).filter((right) => !still.includes(right));
  });
}

test("there are pairs to walk", () => {
  expect(sections.flatMap((section) => templates[section])).toHaveLength(41);
  expect(pairs.length).toBeGreaterThan(100);
});

test("what an update deletes, it is still allowed to delete", () => {
  const refused = pairs.flatMap((update) =>
    refusedDeletions(update).map((problem) => `${update.name}: ${problem}`),
  );
  expect(refused).toEqual([]);
});

test("the version that runs while the next one takes over keeps its rights", () => {
  const lost = pairs.flatMap(({ name, before, after }) =>
    lostRights(before.Resources, after.Resources).map((right) => `${name}: ${right}`),
  );
  expect(lost).toEqual([]);
});

test("no update replaces or deletes a table, its key, the SIP media application or a contact flow", () => {
  const lasting = [
    "AWS::DynamoDB::GlobalTable",
    "AWS::KMS::Key",
    "Custom::SkillCallSipMediaApplication",
    "AWS::Connect::ContactFlow",
  ];
  const lost = pairs.flatMap(({ name, changes }) =>
    changes
      // The log of SIP messages is switched on and off, and its key comes and goes with it.
      .filter(({ id }) => !id.startsWith("MessageLogs"))
      .filter(({ type, how }) => lasting.includes(type) && how !== "updated")
      .map(({ type, how }) => `${name}: ${type} ${how}`),
  );
  expect(lost).toEqual([]);
});

test("an update that deletes a rule without the right to do so would be noticed", () => {
  const update = pairs.find(({ name }) => name === "sma with number → sma alone");
  if (update === undefined) throw new RangeError("no such documents");
  const withoutRights = JSON.parse(
    JSON.stringify(update.after).replaceAll("chime:DeleteSipRule", "chime:x"),
  );
  expect(refusedDeletions({ ...update, after: withoutRights })).toEqual([
    expect.stringMatching(/: chime:DeleteSipRule$/),
  ]);
});
