import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { createItemStore } from "@skill-call/call-context";
import { onlyThe, type Section } from "../testing/sample-deployment.ts";
import { templateOf } from "../testing/synthesize.ts";
import { attributesOf, type ContextUpdate } from "./context-updates.ts";

const packages = fileURLToPath(new URL("../../../", import.meta.url));

interface Update {
  readonly Key?: object;
  readonly UpdateExpression?: string;
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
}

/** Words of the expressions that are no attributes (developer guide, "Condition and filter expressions, operators"). */
const words =
  /^(SET|REMOVE|ADD|DELETE|AND|OR|NOT|IN|BETWEEN|attribute_(not_)?exists|if_not_exists|size)$/;

/** Every attribute that a request names, by its own name. */
function attributesIn(request: Update): string[] {
  const { Key = {}, UpdateExpression = "", ConditionExpression = "" } = request;
  const tokens = `${UpdateExpression} ${ConditionExpression}`.match(/[#:]?[A-Za-z_]\w*/g) ?? [];
  const named = tokens
    .filter((token) => !token.startsWith(":") && !words.test(token))
    .map((token) => request.ExpressionAttributeNames?.[token] ?? token);
  return [...new Set([...Object.keys(Key), ...named])];
}

/** What the store itself asks of DynamoDB for an update, in each of its forms. */
async function requestsOf(update: ContextUpdate): Promise<readonly Update[]> {
  const requests: Update[] = [];
  const store = createItemStore({
    tableName: "call-contexts",
    clock: () => Date.UTC(2026, 10, 29),
    items: {
      get: async () => undefined,
      put: async () => ({ met: true, item: undefined }),
      update: async (input) => {
        requests.push(input as Update);
        const record = { contextId: "c1", callerName: "Maria", accountIdVerified: false };
        const rest = { reason: { id: "billing" }, locale: "en-US", callStarter: "skill-call" };
        const times = { createdAt: "2026-11-29T00:00:00.000Z", expiresAt: 1_795_924_800 };
        // A claim of a context that has failed meanwhile is not met: the store asks once more, in its other form.
        const met = update !== "claim";
        return { met, item: { ...record, ...rest, ...times, status: "failed" } };
      },
    },
  });
  const calls: Readonly<Record<ContextUpdate, () => Promise<unknown>>> = {
    claim: () => store.claim("c1", "transaction"),
    advance: async () => {
      for (const to of ["claimed", "connected", "ended", "failed"] as const) {
        await store.advance("c1", to, { transactionId: "transaction" });
        await store.advance("c1", to, { onlyUnclaimed: true });
      }
    },
    addNote: () => store.addNote("c1", { id: "n1", text: "Called back" }),
  };
  // A claim that is met in neither form ends with an error.
  await calls[update]().catch(() => undefined);
  return requests;
}

const patternOf = (name: string) => new RegExp(`^${name.replace("*", ".*")}$`);

test.each(Object.keys(attributesOf) as ContextUpdate[])(
  "%s may name what it names, and nothing else",
  async (update) => {
    const requests = await requestsOf(update);
    expect(requests.length).toBeGreaterThanOrEqual({ claim: 2, advance: 8, addNote: 1 }[update]);
    const named = [...new Set(requests.flatMap(attributesIn))];
    const allowed: readonly string[] = attributesOf[update];
    expect(named.filter((name) => !allowed.some((each) => patternOf(each).test(name)))).toEqual([]);
    expect(allowed.filter((each) => !named.some((name) => patternOf(each).test(name)))).toEqual([]);
  },
);

test("what a caller said is in none of them: no update may change it", () => {
  const said = [
    "callerName",
    "accountId",
    "accountIdVerified",
    "reason",
    "callerNumber",
    "createdAt",
    "encrypted#context",
  ];
  for (const each of Object.values(attributesOf).flat()) {
    expect(said.filter((name) => patternOf(each).test(name))).toEqual([]);
  }
});

/** The store's updates that a package's code asks for. */
function updatesIn(name: string): ContextUpdate[] {
  const folder = `${packages}${name}/src`;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const sources = files.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const asked = sources.flatMap((file) => [
    ...readFileSync(`${folder}/${file}`, "utf8").matchAll(/store\.(claim|advance|addNote)\(/g),
  ]);
  return [...new Set(asked.map(([, update]) => update as ContextUpdate))];
}

test.each<[string, Section]>([
  ["skill", "skill"],
  ["sma-handler", "sma"],
  ["context-api", "contextApi"],
  ["connect-handler", "connect"],
  ["call-events", "callEvents"],
])("the role of %s may make the updates that its code makes", (name, section) => {
  const roles = templateOf(onlyThe(section)).findResources("AWS::IAM::Role");
  const statements = Object.values(roles)
    .flatMap(({ Properties }) => Properties.Policies ?? [])
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .filter(({ Action }) => [Action].flat().includes("dynamodb:UpdateItem"));
  const updates = updatesIn(name);
  expect(updates).not.toEqual([]);
  const attributes = new Set(updates.flatMap((update) => attributesOf[update]));
  expect(statements).toEqual([
    {
      Sid: "CallContextUpdates",
      Effect: "Allow",
      Action: "dynamodb:UpdateItem",
      Resource: expect.anything(),
      Condition: { "ForAllValues:StringLike": { "dynamodb:Attributes": [...attributes].sort() } },
    },
  ]);
});
