import { type ProblemCode, problems } from "../errors.ts";
import { problemPath } from "../http/problem.ts";
import type { AnyRoute } from "../routes/route.ts";
import { namedSchemas, refOf, refTo } from "./named-schemas.ts";

const description = `Who calls and why, for whoever answers.

Unknown, malformed and expired context IDs get one and the same answer. Members may be added to answers, and values to
\`callStarter\`, at any time: readers ignore what they do not know. Anything else changes under another path than /v1,
and the end of /v1 is announced a year ahead by the headers \`Deprecation\` (RFC 9745) and \`Sunset\` (RFC 8594).`;

/** The OpenAPI 3.1 document, made from what the routes say of themselves; the build does it. */
export function openApiDocument(routes: readonly AnyRoute[]) {
  return {
    openapi: "3.1.0",
    info: {
      title: "skill-call context API",
      version: "1.1.0",
      description,
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      contact: { name: "Whoever runs this API" },
    },
    servers: [{ url: "/", description: "The host that serves this document" }],
    tags: [
      { name: "contexts", description: "Who calls, and why" },
      { name: "calls", description: "What happens to the call" },
    ],
    paths: pathsOf(routes),
    components: {
      schemas: namedSchemas(),
      parameters,
      headers,
      responses: problemResponses(routes),
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "JWT",
          description: "A JWT of the configured issuer and audience.",
        },
      },
    },
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
  const { name, summary, description, scope, path, bodySchema, isLive, isIdempotent } = route;
  return {
    operationId: name,
    summary,
    description: `${description}\n\nNeeds the scope \`${scope}\`.`,
    tags: [scope === "call-context:write" ? "calls" : "contexts"],
    // OpenAPI 3.1 would let a bearer scheme list scopes, but linters and generators do not know that yet.
    security: [{ bearer: [] }],
    "x-required-scope": scope,
    parameters: [
      ...(path.includes("/:contextId") ? [parameter("ContextId")] : []),
      ...(isIdempotent ? [parameter("IdempotencyKey")] : []),
      ...(isLive ? [parameter("LastEventId")] : []),
      parameter("RequestId"),
    ],
    ...(bodySchema && { requestBody: { required: true, content: json(refOf(bodySchema)) } }),
    responses: {
      ...successOf(route),
      ...Object.fromEntries(
        problemsOf(route).map((code) => [
          problems[code].status,
          { $ref: `#/components/responses/${responseName(code)}` },
        ]),
      ),
    },
  };
}

function successOf({ success, answerSchema, isLive, otherForms = [] }: AnyRoute) {
  const schema = refOf(answerSchema);
  const others = otherForms.map((form) => [form.mediaType, { schema: refOf(form.schema) }]);
  const content = isLive
    ? { "text/event-stream": { schema } }
    : { ...json(schema), ...Object.fromEntries(others) };
  return {
    [success.status]: { description: success.description, headers: everyHeader, content },
    ...(isLive && {
      204: {
        description: "Nothing more will come after the event that Last-Event-ID names",
        headers: everyHeader,
      },
    }),
  };
}

function problemResponses(routes: readonly AnyRoute[]) {
  const codes = new Set(routes.flatMap((route) => problemsOf(route)));
  return Object.fromEntries(
    [...codes].map((code) => [
      responseName(code),
      {
        description: `${problems[code].title}. ${problems[code].whatToDo}`,
        headers: { ...everyHeader, ...headersOf(code) },
        content: {
          "application/problem+json": { schema: refTo("Problem"), example: exampleOf(code) },
        },
      },
    ]),
  );
}

function exampleOf(code: ProblemCode) {
  const { status, title, detail } = problems[code];
  const instance = "urn:skill-call:request:4bf92f35-77b3-4da6-a3ce-929d0e0e4736";
  return { type: problemPath(code), title, status, detail, instance, code };
}

function headersOf(code: ProblemCode): Record<string, object> {
  const { status } = problems[code];
  return {
    ...((status === 401 || status === 403) && { "WWW-Authenticate": header("WwwAuthenticate") }),
    ...((status === 429 || status === 503) && { "Retry-After": header("RetryAfter") }),
  };
}

const everyHeader = {
  "X-Request-Id": header("RequestId"),
  RateLimit: header("RateLimit"),
  "RateLimit-Policy": header("RateLimitPolicy"),
};

const headers = {
  RequestId: {
    description: "Names the request, in the log of the API too.",
    schema: { type: "string", maxLength: 128 },
    example: "4bf92f35-77b3-4da6-a3ce-929d0e0e4736",
  },
  RateLimit: {
    description: "What the caller may still ask; absent where nobody is known.",
    schema: { type: "string" },
    example: '"caller";r=59;t=1',
  },
  RateLimitPolicy: {
    description: "How much may be asked: so many requests in so many seconds.",
    schema: { type: "string" },
    example: '"caller";q=60;w=6',
  },
  RetryAfter: {
    description: "Seconds until the next request may come.",
    schema: { type: "integer", minimum: 1 },
    example: 1,
  },
  WwwAuthenticate: {
    description: "Bearer, and the scope that is missing (RFC 6750).",
    schema: { type: "string" },
    example: 'Bearer error="insufficient_scope", scope="call-context:read"',
  },
};

const parameters = {
  ContextId: {
    name: "contextId",
    in: "path",
    required: true,
    description: "Any other text is answered as an unknown ID is.",
    schema: refTo("ContextId"),
  },
  IdempotencyKey: {
    name: "Idempotency-Key",
    in: "header",
    description:
      "The note's ID where the body has none, so that the request can be sent again. With or without quotes.",
    schema: { type: "string", minLength: 1, maxLength: 255 },
    example: "8e03978e-40d5-43e8-bc93-6894a57f9324",
  },
  LastEventId: {
    name: "Last-Event-ID",
    in: "header",
    description: "The id of the last event that was read, when a stream is asked for again.",
    schema: { type: "string", maxLength: 128 },
  },
  RequestId: {
    name: "X-Request-Id",
    in: "header",
    description:
      "A name for the request: letters, digits and . _ ~ = / + -; anything else gets another one.",
    schema: { type: "string", maxLength: 128 },
    example: "4bf92f35-77b3-4da6-a3ce-929d0e0e4736",
  },
};

function parameter(name: keyof typeof parameters) {
  return { $ref: `#/components/parameters/${name}` };
}

function header(name: string) {
  return { $ref: `#/components/headers/${name}` };
}

function json(schema: object) {
  return { "application/json": { schema } };
}

/** The problems that a route may answer. */
function problemsOf(route: AnyRoute): readonly ProblemCode[] {
  return [
    ...(route.bodySchema ? (["context-api.invalid-request"] as const) : []),
    "context-api.unauthorized",
    "context-api.forbidden",
    "context-api.not-found",
    ...(route.mayConflict ? (["context-api.conflict"] as const) : []),
    ...(route.bodySchema ? (["context-api.too-large", "context-api.media-type"] as const) : []),
    "context-api.too-many-requests",
    "context-api.internal",
    "context-api.unavailable",
  ];
}

/** What a problem is called among the document's responses: `context-api.not-found` → `NotFound`. */
function responseName(code: ProblemCode): string {
  const words = code.replace("context-api.", "").split("-");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
