import * as v from "valibot";
import {
  ForbiddenError,
  InvalidRequestError,
  MethodNotAllowedError,
  type RequestError,
  UnauthorizedError,
} from "../errors.ts";

/** Problem details (RFC 9457). Readers ignore members that they do not know: there may be more some day (section 3.2). */
export const problemSchema = v.looseObject({
  type: v.pipe(
    v.string(),
    v.description("Where a page says what to do: /problems/ and the code, on this host."),
  ),
  title: v.string(),
  status: v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599)),
  detail: v.string(),
  instance: v.pipe(v.string(), v.description("urn:skill-call:request: and X-Request-Id.")),
  code: v.pipe(v.string(), v.description("Stable: what to act on.")),
  errors: v.exactOptional(
    v.array(
      v.object({
        pointer: v.pipe(
          v.string(),
          v.description("JSON Pointer into the body (RFC 6901), or a header's name."),
        ),
        detail: v.string(),
      }),
    ),
  ),
});

/** Where a problem's page is. */
export function problemPath(code: string): string {
  return `/problems/${code}`;
}

/** The answer to a refused request; but for `errors` and `instance` nothing in it depends on what was asked for. */
export function problemResponse(error: RequestError, requestId: string): Response {
  const { code, status, title, message: detail } = error;
  const problem: v.InferOutput<typeof problemSchema> = {
    type: problemPath(code),
    title,
    status,
    detail,
    instance: `urn:skill-call:request:${encodeURIComponent(requestId)}`,
    code,
    ...(error instanceof InvalidRequestError && { errors: [...error.mistakes] }),
  };
  return new Response(JSON.stringify(problem), { status, headers: headersOf(error) });
}

function headersOf(error: RequestError): Record<string, string> {
  return {
    "content-type": "application/problem+json",
    // RFC 6750, section 3; `invalid_token` is left out, so that no token and a bad one are answered the same.
    ...(error instanceof UnauthorizedError && { "www-authenticate": "Bearer" }),
    ...(error instanceof ForbiddenError && {
      "www-authenticate": `Bearer error="insufficient_scope", scope="${error.scope}"`,
    }),
    ...(error instanceof MethodNotAllowedError && { allow: error.allow }),
    ...("retryAfterSeconds" in error && { "retry-after": String(error.retryAfterSeconds) }),
  };
}
