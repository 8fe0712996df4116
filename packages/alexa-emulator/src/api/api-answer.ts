/** The HTTP APIs that a skill can call, by what they do. */
export type AlexaApi =
  | "mobile-number"
  | "given-name"
  | "communications-session"
  | "communications-profile"
  | "directives";

/** What an API answers. */
export interface ApiAnswer {
  readonly status: number;
  /** Sent as JSON; none where absent. */
  readonly body?: unknown;
  /** Sent as it is, in place of the body. */
  readonly text?: string;
}

/** The error codes that are published. Others are named by their status alone. */
const communicationsCodes: ReadonlyMap<number, string> = new Map([
  [400, "InvalidInput"],
  [401, "BadToken"],
  [403, "AccessDenied"],
  [404, "NotFound"],
  [429, "Throttling"],
  [500, "InternalServerError"],
]);
const settingsCodes: ReadonlyMap<number, string> = new Map([
  [401, "UNAUTHORIZED"],
  [403, "ACCESS_DENIED"],
  [404, "NOT_FOUND"],
  [429, "TOO_MANY_REQUESTS"],
  [500, "INTERNAL_ERROR"],
]);

/** An error in the shape of the API: `{code, message}`. */
export function errorAnswer(api: AlexaApi, status: number, message: string): ApiAnswer {
  const codes = api.startsWith("communications") ? communicationsCodes : settingsCodes;
  return { status, body: { code: codes.get(status) ?? `HTTP_${status}`, message } };
}
