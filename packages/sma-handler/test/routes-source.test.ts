import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { BuiltLambda } from "@skill-call/test-peers/built-lambda";
import type { Handler } from "../src/handler.ts";
import type { WireAnswer } from "./support/built-lambda.ts";
import { PhoneLine } from "./support/phone-line.ts";
import { Services } from "./support/services.ts";
import { type Reply, type SmallServer, startSmallServer } from "./support/small-server.ts";

const [deployed, newer] = ["+12045550111", "+12045550122"] as const;
const routesTo = (number: string) => ({ rules: [], otherwise: [{ type: "pstn", number }] });

let services: Services;
/** What is deployed: the built Lambda, and the routes that serve until those of the bucket were read. */
let folder: string;
let bucket: SmallServer;
let lambda: BuiltLambda<WireAnswer> | undefined;

beforeAll(async () => {
  services = await Services.start();
  folder = await mkdtemp(join(tmpdir(), "routes-source-"));
  await cp(join(__dirname, "../dist/lambda"), folder, { recursive: true });
  await writeFile(join(folder, "routes.json"), JSON.stringify(routesTo(deployed)));
});

afterEach(async () => {
  await lambda?.stop();
  await bucket.close();
});

afterAll(async () => {
  await services.close();
  await rm(folder, { recursive: true });
});

/** Where the first call of a process goes, when the bucket answers this. */
async function firstCall(reply: Reply): Promise<unknown> {
  bucket = await startSmallServer(() => reply);
  const { ROUTES: _, ...environment } = services.environment;
  lambda = await BuiltLambda.start(join(folder, "index.mjs"), {
    ...environment,
    ROUTES_SOURCE: "s3://telephony/routes.json",
    AWS_ENDPOINT_URL_S3: bucket.url,
  });
  const started = lambda;
  const line = new PhoneLine(((event) => started.invoke(event)) as Handler);
  const [action] = await line.incoming();
  return action?.Parameters.Endpoints;
}

test("the first call of a process already goes by the routes that its source has", async () => {
  const endpoints = await firstCall({ status: 200, body: routesTo(newer) });
  expect(endpoints).toMatchObject([{ Uri: newer }]);
  expect(bucket.seen.map(({ line }) => line)).toEqual(["GET /telephony/routes.json"]);
  expect(lambda?.log).toContain("routes.taken-over");
});

test("without a right to them it goes by the deployed ones, and that is counted", async () => {
  expect(await firstCall({ status: 403 })).toMatchObject([{ Uri: deployed }]);
  expect(lambda?.metrics).toContainEqual(
    expect.objectContaining({ RoutesNotTakenOver: 1, cause: "unread" }),
  );
});

test("so it does by the deployed ones where the others are broken", async () => {
  const broken = { rules: [{ when: null, to: [] }], otherwise: [] };
  expect(await firstCall({ status: 200, body: broken })).toMatchObject([{ Uri: deployed }]);
  expect(lambda?.metrics).toContainEqual(
    expect.objectContaining({ RoutesNotTakenOver: 1, cause: "mistakes" }),
  );
});
