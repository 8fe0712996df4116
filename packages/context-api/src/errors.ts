/** The stable codes, one for each thing that a caller or an operator can act on. Documented in docs/errors.md. */
export const contextApiErrorCodes = [
  "context-api.config",
  "context-api.event-format",
  "context-api.unauthorized",
  "context-api.forbidden",
  "context-api.not-found",
  "context-api.no-route",
  "context-api.method-not-allowed",
  "context-api.invalid-request",
  "context-api.conflict",
  "context-api.too-large",
  "context-api.media-type",
  "context-api.too-many-requests",
  "context-api.unavailable",
  "context-api.internal",
] as const;
export type ContextApiErrorCode = (typeof contextApiErrorCodes)[number];

/** What invoked the Lambda is no event of an HTTP API or a function URL; it holds no value of the event. */
export class EventFormatError extends Error {
  override readonly name = "EventFormatError";
  readonly code = "context-api.event-format";
  /** Path into the event, such as `requestContext.http.method`. */
  readonly field: string;

  constructor(field: string) {
    super(`The event is none of payload format 2.0: ${field} does not fit`);
    this.field = field;
  }
}

/** What a request is refused with; the message is the problem's `detail`, the same words for every caller. */
export abstract class RequestError extends Error {
  abstract readonly code: ContextApiErrorCode;
  /** Of the HTTP answer. */
  abstract readonly status: number;
  abstract readonly title: string;
}

/** No token, or none that counts here; it does not say which, so that there is nothing to probe. */
export class UnauthorizedError extends RequestError {
  override readonly name = "UnauthorizedError";
  readonly code = "context-api.unauthorized";
  readonly status = 401;
  readonly title = "Unauthorized";

  constructor(options?: ErrorOptions) {
    super("This needs a bearer token that the context API trusts.", options);
  }
}

/** The caller is known, but was not granted this. */
export class ForbiddenError extends RequestError {
  override readonly name = "ForbiddenError";
  readonly code = "context-api.forbidden";
  readonly status = 403;
  readonly title = "Forbidden";
  readonly scope: string;

  constructor(scope: string) {
    super(`This needs the scope ${scope}.`);
    this.scope = scope;
  }
}

/** Unknown, malformed or expired: one answer for all. */
export class NoContextError extends RequestError {
  override readonly name = "NoContextError";
  readonly code = "context-api.not-found";
  readonly status = 404;
  readonly title = "No such context";

  constructor(options?: ErrorOptions) {
    super("There is no such context, or its time is over.", options);
  }
}

export class NoRouteError extends RequestError {
  override readonly name = "NoRouteError";
  readonly code = "context-api.no-route";
  readonly status = 404;
  readonly title = "No such route";

  constructor() {
    super("/openapi.json lists what there is.");
  }
}

/** The path is right, the method is not. */
export class MethodNotAllowedError extends RequestError {
  override readonly name = "MethodNotAllowedError";
  readonly code = "context-api.method-not-allowed";
  readonly status = 405;
  readonly title = "Method not allowed";
  /** Such as `GET, HEAD`. */
  readonly allow: string;

  constructor(methods: readonly ("get" | "post")[]) {
    super("The header Allow lists the methods of this path.");
    this.allow = methods.map((method) => (method === "get" ? "GET, HEAD" : "POST")).join(", ");
  }
}

/** One place of a request that does not fit. */
export interface RequestMistake {
  /** JSON Pointer into the body (RFC 6901); empty for the body as a whole. */
  readonly pointer: string;
  readonly detail: string;
}

export class InvalidRequestError extends RequestError {
  override readonly name = "InvalidRequestError";
  readonly code = "context-api.invalid-request";
  readonly status = 400;
  readonly title = "Invalid request";
  readonly mistakes: readonly RequestMistake[];

  constructor(mistakes: readonly RequestMistake[], options?: ErrorOptions) {
    super("The body does not fit; errors lists every place.", options);
    this.mistakes = mistakes;
  }
}

/** The context is not as the request takes it to be. */
export class ConflictError extends RequestError {
  override readonly name = "ConflictError";
  readonly code = "context-api.conflict";
  readonly status = 409;
  readonly title = "Conflict";
}

export class TooLargeError extends RequestError {
  override readonly name = "TooLargeError";
  readonly code = "context-api.too-large";
  readonly status = 413;
  readonly title = "Content too large";

  constructor(mostBytes: number) {
    super(`A body has at most ${mostBytes} bytes.`);
  }
}

export class MediaTypeError extends RequestError {
  override readonly name = "MediaTypeError";
  readonly code = "context-api.media-type";
  readonly status = 415;
  readonly title = "Unsupported media type";

  constructor() {
    super("A body is application/json.");
  }
}

export class TooManyRequestsError extends RequestError {
  override readonly name = "TooManyRequestsError";
  readonly code = "context-api.too-many-requests";
  readonly status = 429;
  readonly title = "Too many requests";
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super("This caller asks too often.");
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The store, or the issuer's keys, cannot be had right now; `cause` is why. */
export class UnavailableError extends RequestError {
  override readonly name = "UnavailableError";
  readonly code = "context-api.unavailable";
  readonly status = 503;
  readonly title = "Unavailable";
  readonly retryAfterSeconds = 1;

  constructor(options?: ErrorOptions) {
    super("This cannot be answered right now; try again in a moment.", options);
  }
}

/** A fault of ours; `cause` is what nobody expected. */
export class InternalError extends RequestError {
  override readonly name = "InternalError";
  readonly code = "context-api.internal";
  readonly status = 500;
  readonly title = "Internal error";

  constructor(options?: ErrorOptions) {
    super("Something went wrong here.", options);
  }
}
