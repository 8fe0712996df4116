import type * as v from "valibot";
import type { Caller } from "../access/caller.ts";
import type { Scope } from "../access/scopes.ts";
import type { Ports } from "../ports.ts";
import type { Sight } from "../view/context-view.ts";

/** One request, once its requester is known and its parameters fit. */
export interface RouteRequest<Body> {
  readonly contextId: string;
  readonly body: Body;
  readonly caller: Caller;
  /** `Idempotency-Key`, fit for a note's ID. */
  readonly idempotencyKey: string | undefined;
  readonly store: Ports["store"];
  readonly sight: Sight;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

export interface RouteAnswer {
  readonly status: 200 | 201;
  /** An object is sent as JSON. */
  readonly body: object;
  /** `traceparent` of the context, for the requester's trace to be linked to. */
  readonly startedIn?: string | undefined;
}

/** Another form of an answer, for who asks for it by `Accept`. */
export interface OtherForm {
  readonly mediaType: string;
  readonly schema: v.GenericSchema;
  of(body: object): object;
}

/** One route: the app serves what it says of itself, and the OpenAPI document describes it. */
export interface Route<Body = undefined> {
  /** `operationId` of the OpenAPI document, and what the audit log says was asked for. */
  readonly name: string;
  readonly method: "get" | "post";
  /** As Hono writes it. */
  readonly path: string;
  readonly summary: string;
  readonly scope: Scope;
  readonly success: { readonly status: 200 | 201; readonly description: string };
  readonly answerSchema: v.GenericSchema;
  /** The answer in other forms than JSON of `answerSchema`. */
  readonly otherForms?: readonly OtherForm[];
  /** Takes an `Idempotency-Key`. */
  readonly isIdempotent?: boolean;
  /** What the route is for, in a few sentences; as CommonMark. */
  readonly description: string;
  /** Whether the answer may be a conflict. */
  readonly mayConflict: boolean;
  /** Follows the context: server-sent events instead of one JSON answer. */
  readonly isLive?: boolean;
  /** Absent: the route takes no body. */
  readonly bodySchema?: v.GenericSchema<unknown, Body>;
  /** Where the body, not the path, has the context ID. */
  contextIdIn?(body: Body): string | undefined;
  answer(request: RouteRequest<Body>): Promise<RouteAnswer>;
}

export type AnyRoute = Route<unknown>;
