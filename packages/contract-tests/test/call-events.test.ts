import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { hashContextId } from "@skill-call/call-context";
import { Ajv2020 } from "ajv/dist/2020.js";
import { Webhook } from "standardwebhooks";
import { ApiUnderTest } from "../src/api-under-test.ts";
import { run } from "../src/run.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const lambda = join(__dirname, "../../call-events/dist/lambda/index.mjs");
const runner = join(__dirname, "../src/invoke-lambda.mjs");

let api: ApiUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start();
});
afterAll(() => api?.close());

const image = (contextId: string, status: string) => ({
  contextId: { S: contextId },
  status: { S: status },
  callStarter: { S: "skill-call" },
});

test("what the built Lambda sends is what the AsyncAPI document says, and carries its signature", async () => {
  const contextId = await api.call();
  const received: { readonly body: string; readonly headers: Record<string, string> }[] = [];
  const receiver = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ body, headers: request.headers as Record<string, string> });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const event = {
    Records: ["claimed", "connected", "ended"].map((status, index, all) => ({
      eventName: "MODIFY",
      dynamodb: {
        ApproximateCreationDateTime: 1_795_424_400 + index,
        SequenceNumber: String(index),
        NewImage: image(contextId, status),
        OldImage: image(contextId, all[index - 1] ?? "created"),
      },
    })),
  };
  const env = {
    WEBHOOK_URL: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/calls`,
    WEBHOOK_SECRET: secret,
  };
  const output = await run(process.execPath, [runner, lambda, JSON.stringify(event)], { env });
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  expect(output.split("\n").at(-1)).toBe('{"batchItemFailures":[]}');

  const document = await (await fetch(`${api.url}/asyncapi.json`)).json();
  const { components } = document as { components: { schemas: { LifeEvent: object } } };
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile({
    ...components.schemas.LifeEvent,
    components,
  });
  for (const { body, headers } of received) {
    const told = new Webhook(secret).verify(body, headers);
    validate(told);
    expect(validate.errors).toBe(null);
  }
  expect(received.map(({ body }) => JSON.parse(body).data.contextHash)).toEqual(
    Array.from({ length: 3 }, () => hashContextId(contextId)),
  );
});
