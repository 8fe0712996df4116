import { toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { problemSchema } from "../http/problem.ts";
import type { AnyRoute } from "../routes/route.ts";
import { problemsOf } from "./problems-of.ts";

/** The OpenAPI 3.1 document, made from what the routes say of themselves. */
export function openApiDocument(routes: readonly AnyRoute[]) {
  return {
    openapi: "3.1.0",
    info: {
      title: "skill-call context API",
      version: "1.0.0",
      description:
        "Who calls and why, for whoever answers. Unknown, malformed and expired context IDs get one and the same answer.",
    },
    components: {
      schemas: { Problem: jsonSchema(problemSchema) },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
      },
    },
    paths: pathsOf(routes),
  };
}

function pathsOf(routes: readonly AnyRoute[]) {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:contextId\b/g, "{contextId}");
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return paths;
}

function operationOf(route: AnyRoute) {
  const { name, summary, scope, path, bodySchema } = route;
  return {
    operationId: name,
    summary,
    // OpenAPI 3.1 lets every scheme list what it asks for.
    security: [{ bearer: [scope] }],
    ...(path.includes("/:contextId") && { parameters: [contextIdParameter] }),
    ...(bodySchema && {
      requestBody: { required: true, content: jsonContent(jsonSchema(bodySchema)) },
    }),
    responses: { ...successOf(route), ...problemResponses(route) },
  };
}

function successOf({ success, answerSchema, isLive }: AnyRoute) {
  const schema = jsonSchema(answerSchema);
  const content = isLive
    ? { "text/event-stream": { "x-event-data": schema } }
    : jsonContent(schema);
  return { [success.status]: { description: success.description, content } };
}

function problemResponses(route: AnyRoute) {
  const schema = { $ref: "#/components/schemas/Problem" };
  const content = { "application/problem+json": { schema } };
  return Object.fromEntries(
    problemsOf(route).map(([status, description]) => [status, { description, content }]),
  );
}

const contextIdParameter = {
  name: "contextId",
  in: "path",
  required: true,
  description: "1–100 of A-Z a-z 0-9 . _ ~ -; a key to personal data: never log it.",
  schema: { type: "string" },
};

function jsonContent(schema: object) {
  return { "application/json": { schema } };
}

/**
 * The schema without its dialect: an OpenAPI 3.1 document says that once, by its version. What is ignored is the
 * complaint about patterns with the `u` flag, which JSON Schema implies.
 */
function jsonSchema(schema: v.GenericSchema): object {
  const { $schema, ...rest } = toJsonSchema(schema, {
    target: "draft-2020-12",
    errorMode: "ignore",
  });
  return rest;
}
