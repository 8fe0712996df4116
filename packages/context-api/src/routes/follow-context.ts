import * as v from "valibot";
import { contextView, contextViewSchema } from "../view/context-view.ts";
import { timelineView, timelineViewSchema } from "../view/timeline-view.ts";
import type { Route } from "./route.ts";

/** Context and timeline at one time. */
export const contextSnapshotSchema = v.object({
  context: contextViewSchema,
  timeline: timelineViewSchema,
});

export const followContext: Route = {
  name: "followContext",
  method: "get",
  path: "/v1/contexts/:contextId/events",
  summary: "The context and its timeline now, and whenever they change, as server-sent events",
  description:
    "Server-sent events. Each event named context has a ContextSnapshot as its data; an event named gone, with {}, says that the time of the context is over. The stream ends with the call, after a minute, or with the token; behind API Gateway and function URLs after its first event. Ask again after its retry time, with the last id as Last-Event-ID: 204 says that there is nothing more to come.",
  scope: "call-context:read",
  success: {
    status: 200,
    description:
      "Events named context, whose data is this JSON, and gone, when the context's time is over. The stream ends " +
      "after a minute, behind API Gateway and function URLs after its first event: ask again after its retry time.",
  },
  answerSchema: contextSnapshotSchema,
  mayConflict: false,
  isLive: true,
  async answer({ contextId, sight, store, signal }) {
    const history = await store.history(contextId, { signal });
    const context = contextView(history.record, sight);
    const body = { context, timeline: timelineView(history, sight.whole) };
    return { status: 200, body, startedIn: history.record.traceparent };
  },
};
