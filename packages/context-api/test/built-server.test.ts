import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { until } from "@skill-call/test-peers/until";
import { LocalAws } from "./support/aws.ts";
import { BuiltServer } from "./support/built-server.ts";
import { audience, Issuer } from "./support/issuer.ts";
import { sampleContext } from "./support/sample-context.ts";

let aws: LocalAws;
let issuer: Issuer;

beforeAll(async () => {
  [aws, issuer] = [await LocalAws.start(), await Issuer.start()];
});
afterAll(() => Promise.all([issuer.close(), aws.close()]));

test("the built server follows a call over its own socket, and ends when it is asked to", async () => {
  const server = await BuiltServer.start({
    ...aws.environment,
    JWT_ISSUER: issuer.url,
    JWT_AUDIENCE: audience,
  });
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const { contextId } = await aws.store.create(sampleContext);
  const headers = { authorization: `Bearer ${await issuer.token({ scope: "call-context:read" })}` };
  const context = `${server.url}/v1/contexts/${contextId}`;
  // The first request has much to do: on a busy machine more than its time limits allow.
  await until(async () => (await fetch(context, { headers })).status !== 503);
  const response = await fetch(`${context}/events`, { headers });
  await aws.store.advance(contextId, "ended");
  const text = await response.text();
  expect(text.match(/"status":"(created|ended)","createdAt"/g)).toHaveLength(2);

  const { contextId: open } = await aws.store.create(sampleContext);
  const following = await fetch(`${server.url}/v1/contexts/${open}/events`, { headers });
  await following.body?.getReader().read();
  expect(await server.stop()).toBe(0);
});

test("the built server can be imported and started, without a word on standard output", () => {
  const file = pathToFileURL(join(__dirname, "../dist/server.mjs")).href;
  const program = `
    const { startContextApi } = await import(${JSON.stringify(file)});
    const lines = [];
    const environment = { CALL_CONTEXT_TABLE: "skill-call-contexts" };
    const server = await startContextApi({ environment, write: (line) => lines.push(line) });
    const { status } = await fetch(server.url + "/v1/contexts/x");
    await server.close();
    process.stdout.write(String(status));`;
  const options = { env: { ...process.env, AWS_REGION: "us-east-1" } };
  const args = ["--input-type=module", "--eval", program];
  expect(execFileSync(process.execPath, args, options).toString()).toBe("401");
});

test.each([
  [{ PORT: "x" }, "- PORT: must be a number up to 65535; example: 8080"],
  [{ PORT: "70000" }, "- PORT: must be a number up to 65535; example: 8080"],
  [{ CALL_CONTEXT_TABLE: "" }, "- CALL_CONTEXT_TABLE: is missing; example: skill-call-contexts"],
])("started with %j the server says what is wrong, in a sentence", (environment, sentence) => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [join(__dirname, "../dist/server.mjs")],
    {
      env: {
        PATH: process.env.PATH,
        AWS_REGION: "us-east-1",
        CALL_CONTEXT_TABLE: "skill-call-contexts",
        ...environment,
      },
      encoding: "utf8",
    },
  );
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toBe(
    `The context API cannot start, one mistake in its environment:\n${sentence}\n`,
  );
});
