/** What invoked the Lambda is not an event of an HTTP API or a function URL; it holds no value of the event. */
export class EventFormatError extends Error {
  override readonly name = "EventFormatError";
  readonly code = "context-api.event-format";
  /** Path into the event, such as `requestContext.http.method`. */
  readonly field: string;

  constructor(field: string) {
    super(`The event is not of payload format 2.0: ${field} does not fit`);
    this.field = field;
  }
}

/** What a request may be refused with, as its answer and its page tell it. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  /** The same words for every caller, unless the error brings its own. */
  readonly detail: string;
  readonly whatToDo: string;
}

/** Documented in docs/errors.md, too. */
export const problems = {
  "context-api.unauthorized": {
    status: 401,
    title: "Unauthorized",
    detail: "This needs a bearer token that the context API trusts.",
    whatToDo:
      "Send a token of the configured issuer and audience that has not expired. The operator's audit log says what is wrong with it.",
  },
  "context-api.forbidden": {
    status: 403,
    title: "Forbidden",
    detail: "A scope is missing.",
    whatToDo: "Have the issuer grant the scope that detail names.",
  },
  "context-api.not-found": {
    status: 404,
    title: "No such context",
    detail: "There is no such context, or its time is over.",
    whatToDo:
      "Unknown, malformed and expired IDs get this one answer: treat the call as one without a context.",
  },
  "context-api.no-route": {
    status: 404,
    title: "No such route",
    detail: "/openapi.json lists what there is.",
    whatToDo: "Look into /openapi.json.",
  },
  "context-api.method-not-allowed": {
    status: 405,
    title: "Method not allowed",
    detail: "The header Allow lists the methods of this path.",
    whatToDo: "Use a method that Allow lists.",
  },
  "context-api.invalid-request": {
    status: 400,
    title: "Invalid request",
    detail: "The request does not fit; errors lists every place.",
    whatToDo: "Correct the places that errors lists.",
  },
  "context-api.conflict": {
    status: 409,
    title: "Conflict",
    detail: "The context is not as the request takes it to be.",
    whatToDo:
      "Read the context again: the status would move back, another text has the note's ID, or there are 32 notes.",
  },
  "context-api.too-large": {
    status: 413,
    title: "Content too large",
    detail: "A body has at most 16384 bytes.",
    whatToDo: "Shorten the body.",
  },
  "context-api.media-type": {
    status: 415,
    title: "Unsupported media type",
    detail: "A body is application/json.",
    whatToDo: "Say so in Content-Type.",
  },
  "context-api.too-many-requests": {
    status: 429,
    title: "Too many requests",
    detail: "This caller asks too often.",
    whatToDo: "Wait as long as Retry-After says. RateLimit tells what is left before that.",
  },
  "context-api.internal": {
    status: 500,
    title: "Internal error",
    detail: "Something went wrong here.",
    whatToDo: "Tell the operator the request ID: their log says more.",
  },
  "context-api.unavailable": {
    status: 503,
    title: "Unavailable",
    detail: "This cannot be answered right now; try again in a moment.",
    whatToDo: "Ask again after Retry-After. The operator's log has the cause.",
  },
} as const satisfies Record<string, Problem>;

/** Stable: what a caller can act on. */
export type ProblemCode = keyof typeof problems;

export interface ProblemOptions extends ErrorOptions {
  /** Instead of the usual words; it never repeats what was sent. */
  readonly detail?: string;
}

/** What a request is refused with; the message is the problem's `detail`. */
export class RequestError extends Error {
  override readonly name: string = "RequestError";
  readonly code: ProblemCode;
  /** Of the HTTP answer. */
  readonly status: number;
  readonly title: string;

  constructor(code: ProblemCode, { detail, ...options }: ProblemOptions = {}) {
    super(detail ?? problems[code].detail, options);
    this.code = code;
    this.status = problems[code].status;
    this.title = problems[code].title;
  }
}

/** Why a token does not count: for the audit line alone, and never in an answer. */
export type TokenRefusal =
  /** There is no bearer token. */
  | "missing"
  /** It is not a signed JWT: opaque, encrypted, or broken. */
  | "format"
  | "alg"
  /** The issuer has no such key, or several and the token names none. */
  | "kid"
  | "signature"
  | "iss"
  | "aud"
  | "exp"
  | "nbf"
  /** Neither `sub` nor a client's ID says whose it is. */
  | "sub"
  /** It counts only beside a proof of possession. */
  | "cnf";

/** No token, or none that counts here; the answer does not say which, so that there is nothing to probe. */
export class UnauthorizedError extends RequestError {
  override readonly name = "UnauthorizedError";
  readonly why: TokenRefusal;

  constructor(why: TokenRefusal, options?: ErrorOptions) {
    super("context-api.unauthorized", options);
    this.why = why;
  }
}

/** The caller is known, but was not granted this. */
export class ForbiddenError extends RequestError {
  override readonly name = "ForbiddenError";
  readonly why = "scope";
  readonly scope: string;

  constructor(scope: string) {
    super("context-api.forbidden", { detail: `This needs the scope ${scope}.` });
    this.scope = scope;
  }
}

/** The path is right, the method is not. */
export class MethodNotAllowedError extends RequestError {
  override readonly name = "MethodNotAllowedError";
  /** Such as `GET, HEAD`. */
  readonly allow: string;

  constructor(methods: readonly ("get" | "post")[]) {
    super("context-api.method-not-allowed");
    this.allow = methods.map((method) => (method === "get" ? "GET, HEAD" : "POST")).join(", ");
  }
}

/** One place of a request that does not fit. */
export interface RequestMistake {
  /** JSON Pointer into the body (RFC 6901), or the name of a header; empty for the body as a whole. */
  readonly pointer: string;
  readonly detail: string;
}

export class InvalidRequestError extends RequestError {
  override readonly name = "InvalidRequestError";
  readonly mistakes: readonly RequestMistake[];

  constructor(mistakes: readonly RequestMistake[], options?: ErrorOptions) {
    super("context-api.invalid-request", options);
    this.mistakes = mistakes;
  }
}

export class TooManyRequestsError extends RequestError {
  override readonly name = "TooManyRequestsError";
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super("context-api.too-many-requests");
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** The store, or the issuer's keys, cannot be had right now; `cause` is why. */
export class UnavailableError extends RequestError {
  override readonly name = "UnavailableError";
  readonly retryAfterSeconds = 1;

  constructor(options?: ErrorOptions) {
    super("context-api.unavailable", options);
  }
}
