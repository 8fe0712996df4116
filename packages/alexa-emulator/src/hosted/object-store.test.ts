import { expect, test } from "@jest/globals";
import { objectStore } from "./object-store.ts";

function request(method: string, key: string, body?: string) {
  const init = { method, ...(body !== undefined && { body }) };
  return objectStoreOfTest.request(`/Alexa_Hosted/${key}`, init);
}
const objectStoreOfTest = objectStore();

test("an object is put, got and deleted", async () => {
  expect((await request("GET", "amzn1.ask.account.A")).status).toBe(404);
  expect((await request("PUT", "amzn1.ask.account.A", '{"score":3}')).status).toBe(200);
  expect(await (await request("GET", "amzn1.ask.account.A")).json()).toEqual({ score: 3 });
  expect((await request("GET", "folder/of/another")).status).toBe(404);
  expect((await request("DELETE", "amzn1.ask.account.A")).status).toBe(204);
  const gone = await request("GET", "amzn1.ask.account.A");
  expect({ status: gone.status, text: await gone.text() }).toEqual({
    status: 404,
    text: expect.stringContaining("<Code>NoSuchKey</Code>"),
  });
});
