import * as v from "valibot";
import { InvalidRequestError, MediaTypeError, type RequestMistake } from "../errors.ts";

/**
 * A request's body, checked.
 * @throws {MediaTypeError} when it is no JSON by its own account
 * @throws {InvalidRequestError} with every place that does not fit
 */
export async function readBody<Body>(
  request: Request,
  schema: v.GenericSchema<unknown, Body>,
): Promise<Body> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json *(;|$)/i.test(type)) throw new MediaTypeError();
  const { success, output, issues } = v.safeParse(schema, parseJson(await request.text()));
  if (!success) throw new InvalidRequestError(issues.map(mistakeOf));
  return output;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new InvalidRequestError([{ pointer: "", detail: "is not JSON" }], { cause });
  }
}

/** Valibot's own messages quote values and keys, which may be personal data. */
function mistakeOf(issue: v.BaseIssue<unknown>): RequestMistake {
  // A key that nobody knows is the sender's own word: it is not repeated either.
  if (issue.expected === "never") return { pointer: "", detail: "has a field that is not known" };
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  return {
    pointer: keys.map((key) => `/${key}`).join(""),
    detail: detailOf(issue, keys.length > 0),
  };
}

function detailOf({ kind, type, input, message }: v.BaseIssue<unknown>, isField: boolean): string {
  if (isField && input === undefined) return "is missing";
  return kind === "schema" && type === "strict_object" ? "must be an object" : message;
}
