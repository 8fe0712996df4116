import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { changesBetween, type TemplateJson } from "../testing/changes.ts";
import { onlyThe, type Section, sampleDocument } from "../testing/sample-deployment.ts";
import { templateOf } from "../testing/synthesize.ts";

interface Update {
  readonly section: Section;
  readonly before: object;
  readonly after: object;
}

const { routes, failover } = sampleDocument.sma;
const { authorizer, domain } = sampleDocument.contextApi;
const { instanceArn, fallbackQueueArn } = sampleDocument.connect;
const { webhook } = sampleDocument.callEvents;
const elsewhere = (arn: string) => arn.replace("11111111", "99999999");
const routesTo = (number: string) => ({ rules: [], otherwise: [{ type: "pstn", number }] });
const otherDomain = { ...domain, name: "calls.example.com" };
const restoredTable = {
  name: "call-contexts-restored",
  arn: "arn:aws:dynamodb:us-east-1:123456789012:table/call-contexts-restored",
  keyArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  streamArn:
    "arn:aws:dynamodb:us-east-1:123456789012:table/call-contexts-restored/stream/2026-11-29T00:00:00.000",
};

/** By the words that docs/deploy/updates.md has for them. */
const updates: Readonly<Record<string, Update>> = {
  "a replica": {
    section: "callContext",
    before: { replicas: [] },
    after: {},
  },
  "a replica taken away": {
    section: "callContext",
    before: {},
    after: { replicas: [] },
  },
  "`restoredTable`": { section: "callContext", before: {}, after: { restoredTable } },
  "`callStarter`": {
    section: "skill",
    before: {},
    after: { callStarter: { type: "skill-call", smaPhoneNumber: "+16073331111" } },
  },
  "routes, caller ID, allow-list": {
    section: "sma",
    before: {},
    after: { routes: { ...routes, rules: [...routes.rules].reverse() } },
  },
  "the first or the last route to a meeting": {
    section: "sma",
    before: { routes: { rules: [], otherwise: routes.otherwise } },
    after: {},
  },
  "another `auth` in the routes": {
    section: "sma",
    before: {},
    after: {
      routes: {
        ...routes,
        otherwise: [
          {
            type: "pstn",
            destinationService: "https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/closest",
            auth: "sigv4",
          },
        ],
      },
    },
  },
  "`routesSource`, the first": {
    section: "sma",
    before: {},
    after: { routesSource: { type: "s3", bucket: "calls-routes", key: "routes.json" } },
  },
  "`failover`": {
    section: "sma",
    before: {},
    after: { failover: { ...failover, region: "ca-central-1" } },
  },
  "a number more": {
    section: "sma",
    before: { canary: undefined },
    after: { canary: undefined, phoneNumbers: ["+16073331111", "+16073332222"] },
  },
  "a number less": {
    section: "sma",
    before: { canary: undefined, phoneNumbers: ["+16073331111", "+16073332222"] },
    after: { canary: undefined },
  },
  "a number for another": {
    section: "sma",
    before: { canary: undefined },
    after: { canary: undefined, phoneNumbers: ["+16073332222"] },
  },
  "`canary`, the first": { section: "sma", before: { canary: undefined }, after: {} },
  "`canary`, taken away": { section: "sma", before: {}, after: { canary: undefined } },
  "its routes, fallback queue": {
    section: "connect",
    before: {},
    after: { routes: routesTo("+12045550102") },
  },
  "another instance": {
    section: "connect",
    before: {},
    after: {
      instanceArn: elsewhere(instanceArn),
      fallbackQueueArn: elsewhere(fallbackQueueArn),
      routes: routesTo("+12045550101"),
    },
  },
  "`webhook`, its address": {
    section: "callEvents",
    before: {},
    after: { webhook: { ...webhook, url: "https://desk.example.com/calls" } },
  },
  "`webhook` for `eventBusArn`": {
    section: "callEvents",
    before: {},
    after: {
      webhook: undefined,
      eventBusArn: "arn:aws:events:us-east-1:123456789012:event-bus/calls",
    },
  },
  "`connectInstanceArn`, taken away": {
    section: "callEvents",
    before: {},
    after: { connectInstanceArn: undefined },
  },
  "JWT for IAM, or the other way": {
    section: "contextApi",
    before: { authorizer },
    after: { authorizer: { type: "iam" } },
  },
  "`gateway`, to `checks`": {
    section: "contextApi",
    before: { authorizer },
    after: { authorizer: { ...authorizer, gateway: "checks" } },
  },
  "`gateway`, to `passes`": {
    section: "contextApi",
    before: { authorizer: { ...authorizer, gateway: "checks" } },
    after: { authorizer },
  },
  "`domain`, the first": { section: "contextApi", before: { domain: undefined }, after: {} },
  "`domain`, another name": { section: "contextApi", before: {}, after: { domain: otherDomain } },
  "`domain`, taken away": { section: "contextApi", before: {}, after: { domain: undefined } },
};

const page = readFileSync(new URL("../../../../docs/deploy/updates.md", import.meta.url), "utf8");

/** The second cell of a row of the page's tables, by its first. */
const written = new Map(
  [...page.matchAll(/^\| (.+?) \| (.+?) \| .+\|$/gm)]
    .map(([, first = "", second = ""]) => [first, second] as const)
    .filter(([first]) => !first.startsWith("---") && first !== "you change"),
);

/** What CloudFormation does, as a cell of the page says it. */
function cellOf({ section, before, after }: Update): string {
  const [was, is] = [before, after].map(
    (changes) => templateOf(onlyThe(section, changes)).toJSON() as TemplateJson,
  );
  if (was === undefined || is === undefined) throw new RangeError(section);
  const counted = new Map<string, number>();
  for (const { type, how } of changesBetween(was, is)) {
    const change = `${signs[how]} ${type.replace(/^AWS::/, "")}`;
    counted.set(change, (counted.get(change) ?? 0) + 1);
  }
  const changes = [...counted].map(([change, count]) =>
    count > 1 ? `${change} ×${count}` : change,
  );
  return changes
    .sort()
    .map((change) => `\`${change}\``)
    .join(", ");
}

const signs = { created: "+", updated: "~", replaced: "↻", deleted: "-", kept: "=" } as const;

test.each(Object.entries(updates))(
  "the page says what CloudFormation does to change %s",
  (name, update) => {
    expect(written.get(name)).toBe(cellOf(update));
  },
);

test("every row of the page is one of these", () => {
  expect([...written.keys()].sort()).toEqual(Object.keys(updates).sort());
});
