import { expect, test } from "@jest/globals";
import { changesBetween, type TemplateJson, withParameters } from "../testing/changes.ts";
import { onlyThe, type Section } from "../testing/sample-deployment.ts";
import { templateOf } from "../testing/synthesize.ts";

/** A stack before and after the stage's parameters name another table. */
function whenTheTableIsAnother(section: Exclude<Section, "callContext">) {
  const template = templateOf(onlyThe(section)).toJSON() as TemplateJson;
  const [before, after] = ["call-contexts", "call-contexts-restored"].map((table) =>
    withParameters(template, (parameter) =>
      parameter.endsWith("table-arn")
        ? `arn:aws:dynamodb:us-east-1:123456789012:table/${table}`
        : table,
    ),
  );
  if (before === undefined || after === undefined) throw new RangeError("no templates");
  return { changes: changesBetween(before, after), template };
}

test.each(["skill", "sma", "contextApi", "connect", "callEvents"] as const)(
  "another table makes another version of %s, with a role of its own; the one before keeps its rights",
  (section) => {
    const { changes, template } = whenTheTableIsAnother(section);
    // Rehearsal and canary move in place: nobody calls them in between.
    const ofLambda = changes.filter(
      ({ type, id }) => /Lambda|IAM/.test(type) && !/^(DeploymentRehearsal|Canary)/.test(id),
    );
    expect(ofLambda.map(({ type, how }) => `${type} ${how}`).sort()).toEqual([
      "AWS::IAM::Role replaced",
      // The other table has another stream.
      ...(section === "callEvents" ? ["AWS::Lambda::EventSourceMapping replaced"] : []),
      "AWS::Lambda::Function updated",
      "AWS::Lambda::Version replaced",
    ]);
    // The alias names the version by reference, so that it moves with it.
    const version = changes.find(({ type }) => type === "AWS::Lambda::Version");
    const [alias] = Object.values(template.Resources).filter(
      ({ Type }) => Type === "AWS::Lambda::Alias",
    );
    expect(alias?.Properties.FunctionVersion).toEqual({ "Fn::GetAtt": [version?.id, "Version"] });
  },
);

test("a version that was put back is kept, one that never ran is not: the same code can be deployed again", () => {
  templateOf(onlyThe("sma")).hasResource("AWS::Lambda::Version", {
    DeletionPolicy: "RetainExceptOnCreate",
    UpdateReplacePolicy: "Retain",
  });
});
