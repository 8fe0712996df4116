import * as v from "valibot";
import {
  ForbiddenError,
  InvalidRequestError,
  MethodNotAllowedError,
  type RequestError,
  UnauthorizedError,
} from "../errors.ts";

/** Problem details (RFC 9457). Nothing in it depends on what was asked for, but `errors`. */
export const problemSchema = v.strictObject({
  type: v.pipe(v.string(), v.description("urn:skill-call:problem: and the code.")),
  title: v.string(),
  status: v.number(),
  detail: v.string(),
  code: v.pipe(v.string(), v.description("Stable; docs/errors.md says what to do.")),
  errors: v.exactOptional(
    v.array(
      v.object({
        pointer: v.pipe(v.string(), v.description("JSON Pointer into the body.")),
        detail: v.string(),
      }),
    ),
  ),
});

export function problemResponse(error: RequestError): Response {
  const { code, status, title, message: detail } = error;
  const problem: v.InferOutput<typeof problemSchema> = {
    type: `urn:skill-call:problem:${code}`,
    title,
    status,
    detail,
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
