import { dirname, join } from "node:path";
import { expect, jest, test } from "@jest/globals";
import { plainText } from "../testing/plain-text.ts";
import { onlyThe } from "../testing/sample-deployment.ts";
import { templateOf } from "../testing/synthesize.ts";

const template = templateOf(onlyThe("sma"));
const ruleId = "a8d7e1f0-rule";
const logStream = "2026/11/23/[$LATEST]0123456789abcdef";

type Event = "Create" | "Update" | "Delete";

interface Answer {
  readonly Status: "SUCCESS" | "FAILED";
  readonly PhysicalResourceId: string;
}

/** What reached the Voice API, and what it says next. */
const api = { calls: [] as object[], failure: undefined as string | undefined };
let answered: Answer;

/** The API's client as the CDK's Lambda finds it, a class for each command. */
const client = {
  ChimeSDKVoiceClient: class {
    config = { region: async () => "us-east-1" };
    async send(command: { call: object }) {
      api.calls.push(command.call);
      if (api.failure) throw Object.assign(new Error("refused"), { name: api.failure });
      return { SipRule: { SipRuleId: ruleId } };
    }
  },
  ...Object.fromEntries(["CreateSipRule", "UpdateSipRule", "DeleteSipRule"].map(commandNamed)),
};

function commandNamed(action: string) {
  const command = class {
    readonly call: object;
    constructor({ SipRuleId, Disabled }: { SipRuleId?: string; Disabled?: boolean }) {
      this.call = { action, SipRuleId, Disabled };
    }
  };
  return [`${action}Command`, command] as const;
}

jest.doMock("@aws-sdk/client-chime-sdk-voice", () => client, { virtual: true });
jest.doMock("https", () => ({
  request: (_options: object, done: () => void) => ({
    on: () => {},
    write: (body: string) => {
      answered = JSON.parse(body);
    },
    end: done,
  }),
}));
jest.spyOn(console, "log").mockReturnValue();

const { handler } = require(
  join(
    dirname(require.resolve("aws-cdk-lib/package.json")),
    "custom-resource-handlers/dist/custom-resources/aws-custom-resource-handler/index.js",
  ),
);

interface Sent {
  readonly PhysicalResourceId?: string;
  readonly failure?: string;
}

/** CloudFormation has the CDK's own Lambda carry out an event of a resource; the rule's ID is filled in, as it does. */
async function happens(type: string, event: Event, { failure, ...ids }: Sent = {}) {
  Object.assign(api, { calls: [], failure });
  const [found] = Object.values(template.findResources(`Custom::${type}`));
  const payloads = ["Create", "Update", "Delete"].map((key) => {
    const payload = found?.Properties[key];
    return [key, payload && plainText(payload).replace(/<SipRuleRule\w+>/g, ruleId)];
  });
  const ResourceProperties = Object.fromEntries(payloads);
  const ResponseURL = "https://cloudformation.invalid/";
  const request = { RequestType: event, LogicalResourceId: type, ResponseURL, ...ids };
  await handler({ ...request, ResourceProperties }, { logStreamName: logStream });
  return { ...answered, calls: api.calls };
}

const enabled = { action: "UpdateSipRule", SipRuleId: ruleId, Disabled: false };

test("a failed update takes its ID from the resource, and the rollback reaches the rule all the same", async () => {
  const failed = await happens("SipRuleUpdated", "Update", {
    PhysicalResourceId: "SipRule",
    failure: "BadRequestException",
  });
  expect(failed).toMatchObject({ Status: "FAILED", PhysicalResourceId: logStream });
  const lost = { PhysicalResourceId: logStream };
  expect(await happens("SipRuleUpdated", "Update", lost)).toMatchObject({
    Status: "SUCCESS",
    calls: [enabled],
  });
  // CloudFormation then deletes what it takes for a resource of another ID.
  expect(await happens("SipRuleUpdated", "Delete", lost)).toMatchObject({
    Status: "SUCCESS",
    calls: [],
  });
});

test("a creation that fails is rolled back without a call", async () => {
  const failed = await happens("SipRule", "Create", { failure: "ConflictException" });
  expect(failed).toMatchObject({ Status: "FAILED", PhysicalResourceId: logStream });
  const { Status, calls } = await happens("SipRule", "Delete", { PhysicalResourceId: logStream });
  expect([Status, calls]).toEqual(["SUCCESS", []]);
});

test("a change of what was created calls nothing, and the rule keeps its ID", async () => {
  expect(await happens("SipRule", "Create")).toMatchObject({ PhysicalResourceId: ruleId });
  expect(await happens("SipRule", "Update", { PhysicalResourceId: ruleId })).toMatchObject({
    PhysicalResourceId: ruleId,
    calls: [],
  });
});

test("a rule is disabled and deleted by its ID; one that is gone already counts as deleted", async () => {
  const PhysicalResourceId = "SipRule";
  expect(await happens("SipRuleBeforeDelete", "Delete", { PhysicalResourceId })).toMatchObject({
    Status: "SUCCESS",
    calls: [{ action: "UpdateSipRule", SipRuleId: ruleId, Disabled: true }],
  });
  const failure = "NotFoundException";
  expect(await happens("SipRuleDeleted", "Delete", { PhysicalResourceId, failure })).toMatchObject({
    Status: "SUCCESS",
    calls: [{ action: "DeleteSipRule", SipRuleId: ruleId }],
  });
});

test("a rule that cannot be deleted stays known: the next attempt deletes the same", async () => {
  const failed = await happens("SipRuleDeleted", "Delete", {
    PhysicalResourceId: "SipRule",
    failure: "ConflictException",
  });
  expect(failed.Status).toBe("FAILED");
  const again = await happens("SipRuleDeleted", "Delete", { PhysicalResourceId: logStream });
  expect(again.calls).toEqual([{ action: "DeleteSipRule", SipRuleId: ruleId }]);
});
