import type { JsonSchema } from "./arbitrary-of.ts";
import type { Desk } from "./desk.ts";

type Content = Readonly<Record<string, { readonly schema?: JsonSchema } | undefined>>;

export interface OpenApiOperation {
  readonly operationId: string;
  readonly security: readonly object[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content } | undefined>>;
}

export interface OpenApiDocument {
  readonly openapi: string;
  readonly components: object;
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
