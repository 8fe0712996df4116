import type { CallContext, CallSnapshot } from "./call-context.ts";
import { readEvents } from "./read-events.ts";

/** Why there is nothing to show. */
export type Trouble = "gone" | "unauthorized" | "forbidden" | "unavailable";

/** The API refused, or could not be reached. */
export class ApiTrouble extends Error {
  readonly trouble: Trouble;

  constructor(trouble: Trouble, options?: ErrorOptions) {
    super(trouble, options);
    this.trouble = trouble;
  }
}

export interface Access {
  readonly token: string;
  readonly signal: AbortSignal;
}

/** The context ID that a User-to-User header leads to. */
export async function lookUp(userToUser: string, access: Access): Promise<string> {
  const response = await ask("/v1/contexts:lookup", access, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ userToUser }),
  });
  const { contextId }: CallContext = await response.json();
  return contextId;
}

/** The call now and whenever it changes, as long as the API's stream lasts. */
export async function* follow(contextId: string, access: Access): AsyncGenerator<CallSnapshot> {
  const response = await ask(`/v1/contexts/${encodeURIComponent(contextId)}/events`, access);
  for await (const { event, data } of readEvents(response)) {
    if (event === "gone") throw new ApiTrouble("gone");
    if (event === "context") yield JSON.parse(data);
  }
}

/** A stream lasts a minute: after that the connection is dead, and nobody said so. */
const longestMs = 75_000;

const troubles: Readonly<Record<number, Trouble>> = {
  400: "gone",
  401: "unauthorized",
  403: "forbidden",
  404: "gone",
};

async function ask(path: string, { token, signal }: Access, init: RequestInit = {}) {
  const headers = { ...init.headers, authorization: `Bearer ${token}` };
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
  const response = await fetch(path, { ...init, headers, signal: inTime }).catch((cause) => {
    throw new ApiTrouble("unavailable", { cause });
  });
  if (!response.ok) throw new ApiTrouble(troubles[response.status] ?? "unavailable");
  return response;
}
