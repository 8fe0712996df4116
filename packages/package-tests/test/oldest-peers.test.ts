import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import {
  createCallContextTable,
  type LocalDynamoDb,
  localCredentials,
  startLocalDynamoDb,
} from "@skill-call/local-dynamodb";
import { pack } from "./pack.ts";
import { run } from "./run.ts";
import { TeamProject } from "./team-project.ts";

const folder = mkdtempSync(join(tmpdir(), "oldest-peers-"));
const environment = process.env;
let dynamoDb: LocalDynamoDb;

beforeAll(async () => {
  dynamoDb = await startLocalDynamoDb();
  await createCallContextTable(dynamoDb.endpoint, "call-contexts");
  process.env = {
    ...environment,
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
  };
});
afterAll(async () => {
  process.env = environment;
  await dynamoDb.close();
  rmSync(folder, { recursive: true });
});

/** The peers of the package that holds the context, each at the start of its range. */
async function oldestPeers(tarballs: readonly string[]): Promise<string[]> {
  const [tarball = ""] = tarballs.filter((path) => path.includes("call-context"));
  const manifest = await run(folder, "tar", "-xzOf", tarball, "package/package.json");
  const { peerDependencies } = JSON.parse(manifest);
  return Object.entries<string>(peerDependencies).map(
    ([name, range]) => `${name}@${range.replace(/^\^/, "")}`,
  );
}

test("with the oldest AWS SDK of its range the package compiles, and its store keeps every promise", async () => {
  const project = new TeamProject(join(folder, "oldest"), "module");
  const tarballs = await pack(folder);
  await project.install([...tarballs, ...(await oldestPeers(tarballs))]);
  await project.compile();
  expect(Number(await project.node("dist/table.js"))).toBeGreaterThan(40);
});
