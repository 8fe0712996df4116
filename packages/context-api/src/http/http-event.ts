import * as v from "valibot";
import { EventFormatError } from "../errors.ts";

/**
 * What is read of an event of payload format 2.0 (API Gateway guide, "Lambda proxy integrations for HTTP APIs";
 * Lambda guide, "Request and response payloads" of function URLs). What stands in for AWS on a developer's machine
 * may write `null` for what is not there.
 */
const httpEventSchema = v.object({
  rawPath: v.string(),
  rawQueryString: v.nullish(v.string(), ""),
  headers: v.nullish(v.record(v.string(), v.string()), {}),
  body: v.nullish(v.string()),
  isBase64Encoded: v.nullish(v.boolean(), false),
  requestContext: v.object({
    requestId: v.nullish(v.string()),
    http: v.object({ method: v.string(), sourceIp: v.nullish(v.string()) }),
    authorizer: v.nullish(
      v.object({ iam: v.nullish(v.object({ userArn: v.nullish(v.string()) })) }),
    ),
  }),
});
export type HttpEvent = v.InferOutput<typeof httpEventSchema>;

/** @throws {EventFormatError} naming the field that does not fit */
export function readHttpEvent(rawEvent: unknown): HttpEvent {
  const { success, output, issues } = v.safeParse(httpEventSchema, rawEvent);
  if (!success) throw new EventFormatError(v.getDotPath(issues[0]) ?? "event");
  return output;
}

/** The host says nothing to this API, and the requester chooses it. */
const origin = "https://context-api.invalid";

export function requestOf(event: HttpEvent): Request {
  const { rawPath, rawQueryString, requestContext } = event;
  const url = new URL(origin);
  url.pathname = rawPath;
  url.search = rawQueryString;
  const method = methodOf(requestContext.http.method);
  const headers = Object.entries(event.headers).filter(
    ([name, value]) => isToken(name) && isPlain(value),
  );
  const body = bodiless.has(method) ? undefined : bodyOf(event);
  return new Request(url, { method, headers, ...(body !== undefined && { body }) });
}

/** The Fetch standard knows no request of these methods; no route does either. */
const unspeakable = new Set(["CONNECT", "TRACE", "TRACK"]);

/** In upper case, as the Fetch standard writes those that it knows. */
function methodOf(method: string): string {
  if (!isToken(method)) return "X-NO-METHOD";
  const name = method.toUpperCase();
  return unspeakable.has(name) ? `X-${name}` : name;
}

/** What a method or a header can be called (RFC 9110, section 5.6.2); the Fetch standard throws at all else. */
function isToken(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}

/** The Fetch standard takes no others, and no header that counts here has any. */
export function isPlain(headerValue: string): boolean {
  return /^[\t\x20-\x7e]*$/.test(headerValue);
}

/** Requests of these methods have no body by the Fetch standard. */
const bodiless = new Set(["GET", "HEAD"]);

function bodyOf({ body, isBase64Encoded }: HttpEvent): string | Buffer | undefined {
  if (typeof body !== "string") return undefined;
  return isBase64Encoded ? Buffer.from(body, "base64") : body;
}
