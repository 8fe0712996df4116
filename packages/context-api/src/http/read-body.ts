import * as v from "valibot";
import { InvalidRequestError, RequestError, type RequestMistake } from "../errors.ts";

/** The longest User-to-User header or note, several times over. */
const mostBytes = 16 * 1024;

/**
 * A request's body, checked.
 * @throws {RequestError} when it is not JSON by its own account, or has more than 16 KB
 * @throws {InvalidRequestError} with every place that does not fit
 */
export async function readBody<Body>(
  request: Request,
  schema: v.GenericSchema<unknown, Body>,
): Promise<Body> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json *(;|$)/i.test(type)) throw new RequestError("context-api.media-type");
  const { success, output, issues } = v.safeParse(schema, parseJson(await textOf(request)));
  if (!success) throw new InvalidRequestError(issues.map(mistakeOf));
  return output;
}

/** Counts what comes: `Content-Length` is what the sender says of it. */
async function textOf(request: Request): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new RequestError("context-api.too-large");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
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
