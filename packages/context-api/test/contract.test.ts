import { beforeEach, expect, test } from "@jest/globals";
import { encodeContextId } from "@skill-call/call-context";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import fc from "fast-check";
import { arbitraryOf, type JsonSchema, nearlyOf } from "./support/arbitrary-of.ts";
import { Desk } from "./support/desk.ts";
import {
  bodySchemaOf,
  type Operation,
  operationsOf,
  readDocument,
  responseOf,
} from "./support/openapi.ts";
import { sampleContext } from "./support/sample-context.ts";

const token = "call-context:read call-context:write";
const ajv = new Ajv2020({ strict: false, validateFormats: false });

let desk: Desk;
let contextId: string;

beforeEach(async () => {
  desk = new Desk();
  ({ contextId } = await desk.store.create(sampleContext));
});

test("the document is OpenAPI 3.1 and describes every route", async () => {
  const document = await readDocument(desk);
  expect(document.openapi).toBe("3.1.0");
  expect(
    operationsOf(document)
      .map(({ method, path }) => `${method} ${path}`)
      .sort(),
  ).toEqual([
    "get /v1/contexts/{contextId}",
    "get /v1/contexts/{contextId}/events",
    "get /v1/contexts/{contextId}/timeline",
    "post /v1/contexts/{contextId}/notes",
    "post /v1/contexts/{contextId}/status",
    "post /v1/contexts:lookup",
  ]);
  for (const { operation } of operationsOf(document)) {
    expect(operation.security).toEqual([{ bearer: [] }]);
    expect(operation["x-required-scope"]).toMatch(/^call-context:/);
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["401", "403", "429"]));
  }
});

type Content = Readonly<{ schema?: object }>;

const validators = new WeakMap<Content, ValidateFunction>();

/** Compiled once for each document that is read. */
function validatorOf(content: Content, { document }: Operation): ValidateFunction {
  const { components } = document;
  const validate = validators.get(content) ?? ajv.compile({ ...content.schema, components });
  validators.set(content, validate);
  return validate;
}

/** Whether a response is one that the document describes. */
async function expectDescribed(response: Response, operation: Operation) {
  const described = responseOf(operation, response.status);
  expect({ status: response.status, isDescribed: described !== undefined }).toEqual({
    status: response.status,
    isDescribed: true,
  });
  const type = response.headers.get("content-type") ?? "";
  const content = described?.content?.[type];
  expect({ type, isDescribed: content !== undefined }).toEqual({ type, isDescribed: true });
  if (type === "text/event-stream" || !content) return;
  const validate = validatorOf(content, operation);
  validate(await response.json());
  expect(validate.errors).toBe(null);
}

/** But for `.` and `..`, which are steps and no names in a URL (RFC 3986, section 3.3). */
const anyId = () =>
  fc
    .oneof(
      fc.constant(contextId),
      fc.stringMatching(/^[A-Za-z0-9._~-]{1,100}$/),
      fc.string({ unit: "grapheme", minLength: 1 }).map(encodeURIComponent),
    )
    .filter((id) => id !== "." && id !== "..");

const accepted = fc.constantFrom("*/*", "application/vcon+json", "application/vcon", "text/html");

const headerOfCall = () =>
  fc.oneof(
    fc.constant({ userToUser: encodeContextId(contextId) }),
    fc.constant({ userToUser: contextId }),
  );

test.each(["getContext", "getTimeline", "followContext", "lookupContext", "addNote", "setStatus"])(
  "whatever %s is asked, the document describes the answer, and what fits is never refused as unfit",
  async (name) => {
    const operation = operationsOf(await readDocument(desk)).find(
      ({ operation: { operationId } }) => operationId === name,
    );
    if (!operation) throw new Error(`The document has no ${name}`);
    const schema = bodySchemaOf(operation);
    const fitting = schema ? arbitraryOf(schema) : fc.constant(undefined);
    const bodies = fc.oneof(
      { weight: 3, arbitrary: fitting.map((body) => ({ fits: true, body })) },
      {
        weight: 1,
        arbitrary: headerOfCall().map((body) => ({ fits: name === "lookupContext", body })),
      },
      {
        weight: 2,
        arbitrary: fc
          .oneof(fc.jsonValue(), nearlyOf(schema ?? {}))
          .map((body) => ({ fits: isFitting(schema, body), body })),
      },
    );
    await fc.assert(
      fc.asyncProperty(
        anyId(),
        bodies,
        accepted,
        fc.boolean(),
        async (id, { fits, body }, accept, isKnown) => {
          const path = operation.path.replace("{contextId}", id);
          const response = await desk.ask(path, {
            method: operation.method.toUpperCase(),
            headers: { accept },
            ...(isKnown && { token }),
            ...(schema && { body }),
          });
          if (isKnown && (fits || !schema)) expect(response.status).not.toBe(400);
          if (isKnown && schema && !fits) expect(response.status).toBe(400);
          if (!isKnown) expect(response.status).toBe(401);
          await expectDescribed(response, operation);
        },
      ),
      { numRuns: 150 },
    );
  },
);

function isFitting(schema: JsonSchema | undefined, body: unknown): boolean {
  return schema !== undefined && ajv.validate(schema, body);
}
