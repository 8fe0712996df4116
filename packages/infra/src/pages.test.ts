import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "@jest/globals";
import { Template } from "aws-cdk-lib/assertions";
import { parseDeployment } from "./deployment/deployment.ts";
import { parameterNames } from "./parameter-names.ts";
import { plainText } from "./testing/plain-text.ts";
import { sampleDocument } from "./testing/sample-deployment.ts";
import { appOf, stacksOf } from "./testing/synthesize.ts";

const stacks = stacksOf(appOf(parseDeployment(sampleDocument)));
const templates = stacks.map((stack) => Template.fromStack(stack));

/** A property of each resource of a type, in all stacks. */
function named(type: string, property: string): string[] {
  return templates.flatMap((template) =>
    Object.values(template.findResources(type)).map(({ Properties }) =>
      plainText(Properties[property]),
    ),
  );
}

const stackNames = stacks.map(({ stackName }) => stackName);
const known = {
  names: new Set([
    ...stackNames,
    ...named("AWS::CloudWatch::Alarm", "AlarmName"),
    ...stackNames.map((name) => `${name}-us-east-1`),
  ]),
  paths: new Set([
    ...named("AWS::Logs::LogGroup", "LogGroupName"),
    ...Object.values(parameterNames("prod")),
    "/skill-call/prod/call-context",
  ]),
  outputs: new Set(templates.flatMap((template) => Object.keys(template.findOutputs("*")))),
};

const ofTeams = new URL("../../../docs/deploy/", import.meta.url);
const pages = [
  new URL("../../../docs/deploy.md", import.meta.url),
  new URL("../../../docs/operations.md", import.meta.url),
  ...readdirSync(ofTeams).map((page) => new URL(page, ofTeams)),
].map((page) => [basename(page.pathname), readFileSync(page, "utf8")] as const);

/** What a page names, each once. */
function all(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([whole, name]) => name ?? whole))];
}

test("the pages are read, and the templates have names", () => {
  expect(pages.length).toBeGreaterThan(5);
  expect(known.names.size).toBeGreaterThan(20);
});

test.each(pages)("%s names stacks, alarms and dashboards as they are called", (_, text) => {
  const names = all(text, /SkillCall-\w+-prod(?:-[\w-]*\w)?/g);
  expect(names.filter((name) => !known.names.has(name))).toEqual([]);
});

test.each(pages)("%s names log groups and parameters as they are called", (_, text) => {
  const paths = all(text, /\/skill-call\/prod\/[\w/-]*\w/g);
  expect(paths.filter((path) => !known.paths.has(path))).toEqual([]);
});

test("what stays when a stack is taken away is what deploy.md says", () => {
  const kept = stacks.map((stack, index) => {
    const resources: { Type: string; DeletionPolicy?: string }[] = Object.values(
      templates[index]?.toJSON().Resources ?? {},
    );
    const types = resources.flatMap(({ Type, DeletionPolicy = "" }) =>
      // Versions go with their function.
      DeletionPolicy.startsWith("Retain") && Type !== "AWS::Lambda::Version" ? Type.slice(5) : [],
    );
    return [stack.stackName, types.sort()] as const;
  });
  const rows = kept
    .filter(([, types]) => types.length > 0)
    .map(([name, types]) => `| \`${name}\` | ${types.map((type) => `\`${type}\``).join(", ")} |`);
  const [, deploy = ""] = pages.find(([name]) => name === "deploy.md") ?? [];
  expect(all(deploy, /\| `SkillCall-\w+-prod` \| .*\|/g)).toEqual(rows);
});

test.each(pages)("%s names outputs that the stacks have", (_, text) => {
  const outputs = all(text, /[Oo]utput `(\w+)`/g);
  expect(outputs.filter((output) => !known.outputs.has(output))).toEqual([]);
});
