/** The HTTP APIs that a skill can call, by what they do. */
export const alexaApis = [
  "mobile-number",
  "given-name",
  "full-name",
  "email",
  "person-name",
  "person-given-name",
  "person-email",
  "time-zone",
  "distance-units",
  "temperature-unit",
  "address",
  "country-and-postal-code",
  "in-skill-products",
  "voice-purchasing",
  "reminders",
  "timers",
  "communications-session",
  "communications-profile",
  "directives",
] as const;

export type AlexaApi = (typeof alexaApis)[number];

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

/** The APIs of older days name what went wrong by `type`. */
const addressTypes: ReadonlyMap<number, string> = new Map([
  [403, "FORBIDDEN"],
  [405, "METHOD_NOT_ALLOWED"],
  [429, "TOO_MANY_REQUESTS"],
  [500, "INTERNAL_ERROR"],
]);

/** An error in the shape of the API: `{code, message}`, or `{type, message}` of an address. */
export function errorAnswer(api: AlexaApi, status: number, message: string): ApiAnswer {
  if (isOfAddress(api))
    return { status, body: { type: addressTypes.get(status) ?? `HTTP_${status}`, message } };
  if (api === "in-skill-products" || api === "voice-purchasing")
    return { status, body: { message } };
  const codes = api.startsWith("communications") ? communicationsCodes : settingsCodes;
  return { status, body: { code: codes.get(status) ?? `HTTP_${status}`, message } };
}

function isOfAddress(api: AlexaApi): boolean {
  return api === "address" || api === "country-and-postal-code";
}
