import type { CallContext, CallSnapshot } from "./call-context.ts";

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

/** Where the context API is, such as `https://context.example.com`; empty: where the page is. */
export interface Api {
  readonly base: string;
}

export interface Access extends Api {
  readonly token: string;
  readonly signal: AbortSignal;
}

/** The context ID that a User-to-User header leads to. */
export async function lookUp(userToUser: string, access: Access): Promise<string> {
  const response = await send(access, "/v1/contexts:lookup", { userToUser });
  const { contextId }: CallContext = await response.json();
  return contextId;
}

export interface NewNote {
  /** Of the page's own making: sent again it is the same note. */
  readonly id: string;
  readonly text: string;
}

export async function addNote(contextId: string, note: NewNote, access: Access): Promise<void> {
  await send(access, `/v1/contexts/${encodeURIComponent(contextId)}/notes`, note);
}

/** The call now and whenever it changes, as long as the API's stream lasts. */
export async function* follow(contextId: string, access: Access): AsyncGenerator<CallSnapshot> {
  const response = await ask(access, `/v1/contexts/${encodeURIComponent(contextId)}/events`);
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

function send(access: Access, path: string, body: object): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return ask(access, path, { method: "POST", headers, body: JSON.stringify(body) });
}

export async function ask(
  { base, token, signal }: Api & Partial<Access>,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const headers = { ...init.headers, ...(token && { authorization: `Bearer ${token}` }) };
  const inTime = AbortSignal.timeout(longestMs);
  const request = { ...init, headers, signal: signal ? AbortSignal.any([signal, inTime]) : inTime };
  const response = await fetch(base + path, request).catch((cause) => {
    throw new ApiTrouble("unavailable", { cause });
  });
  if (!response.ok) throw new ApiTrouble(troubles[response.status] ?? "unavailable");
  return response;
}

interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
}

/** The server-sent events of a response; EventSource would do it, but cannot send a token. */
async function* readEvents({ body }: Response): AsyncGenerator<ServerSentEvent> {
  if (!body) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = "";
  for (;;) {
    const { done, value = "" } = await reader.read();
    const blocks = (pending + value).split("\n\n");
    pending = blocks.pop() ?? "";
    for (const block of blocks) {
      const { event, data } = fieldsOf(block);
      if (data !== undefined) yield { event: event ?? "message", data };
    }
    if (done) return;
  }
}

/** The API writes one line a field. */
function fieldsOf(block: string): { readonly event?: string; readonly data?: string } {
  return Object.fromEntries(
    block.split("\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
    }),
  );
}
