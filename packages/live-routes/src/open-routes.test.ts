import { expect, test } from "@jest/globals";
import { fileRoutes } from "@skill-call/call-routing";
import { documentDigest } from "./document-digest.ts";
import { openRoutes } from "./open-routes.ts";
import { billing, documentTo, service } from "./testing/sample-documents.ts";

const text = documentTo("+12045550101");
const limits = { mostUnfiled: text.length - 1 };

test("a document that calls would wait for too long is opened by its index only", () => {
  expect(openRoutes(text, service, { mostUnfiled: text.length }).table.route(billing).rule).toBe(0);
  expect(() => openRoutes(text, service, limits)).toThrow("and no index: file it first");
  const filed = fileRoutes(text, documentDigest);
  expect(openRoutes(filed, service, limits).table.route(billing).rule).toBe(0);
});

test("documents have names of their own, that may stand in an attribute of a call", () => {
  const numbers = Array.from({ length: 200 }, (_, index) => `+1204555${1_000 + index}`);
  const names = numbers.map((number) => openRoutes(documentTo(number), service).name);
  expect(new Set(names).size).toBe(numbers.length);
  expect(names.filter((name) => !/^[\w-]{8}$/.test(name))).toEqual([]);
});
