import type { Context } from "hono";
import * as v from "valibot";

/** The request is none of the console's; the message says which field is wrong. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly code = "console.bad-request";
}

/** @throws {RequestError} when the body is not what the schema says */
export async function readJson<Schema extends v.GenericSchema>(
  c: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const body: unknown = await c.req.json().catch((cause) => {
    throw new RequestError("The body is not JSON.", { cause });
  });
  const { success, output, issues = [] } = v.safeParse(schema, body);
  if (success) return output;
  const [{ message, path } = { message: "wrong" }] = issues;
  const field = path?.map(({ key }: { readonly key: unknown }) => String(key)).join(".");
  throw new RequestError(`${field ?? "the body"}: ${message}`);
}
