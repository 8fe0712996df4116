import type { JsonSchema } from "./arbitrary-of.ts";
import type { Desk } from "./desk.ts";

type Content = Readonly<Record<string, { readonly schema?: JsonSchema } | undefined>>;

interface Described {
  readonly content?: Content;
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly "x-required-scope": string;
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<
    Record<string, (Described & { readonly $ref?: string }) | undefined>
  >;
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly responses: Readonly<Record<string, Described>>;
  };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
}

export interface Operation {
  readonly document: OpenApiDocument;
  readonly path: string;
  readonly method: string;
  readonly operation: OpenApiOperation;
}

/** The document as it is served. */
export async function readDocument(desk: Desk): Promise<OpenApiDocument> {
  return (await desk.ask("/openapi.json")).json() as Promise<OpenApiDocument>;
}

export function operationsOf(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ document, path, method, operation })),
  );
}

/** The schema of a request's body, wherever the document has it. */
export function bodySchemaOf({ document, operation }: Operation): JsonSchema | undefined {
  const schema = operation.requestBody?.content["application/json"]?.schema;
  return schema?.$ref === undefined ? schema : document.components.schemas[nameIn(schema.$ref)];
}

/** What the document says of an answer with this status, wherever it has it. */
export function responseOf({ document, operation }: Operation, status: number) {
  const response = operation.responses[status];
  return response?.$ref === undefined
    ? response
    : document.components.responses[nameIn(response.$ref)];
}

function nameIn(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}
