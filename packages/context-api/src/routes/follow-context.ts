import * as v from "valibot";
import { contextView, contextViewSchema } from "../view/context-view.ts";
import { timelineView, timelineViewSchema } from "../view/timeline-view.ts";
import type { Route } from "./route.ts";

export const followContext: Route = {
  name: "followContext",
  method: "get",
  path: "/v1/contexts/:contextId/events",
  summary: "The context and its timeline now, and whenever they change, as server-sent events",
  scope: "call-context:read",
  success: {
    status: 200,
    description:
      "Events named context, whose data is this JSON, and gone, when the context's time is over. The stream ends " +
      "after a minute, behind API Gateway and function URLs after its first event: ask again after its retry time.",
  },
  answerSchema: v.object({ context: contextViewSchema, timeline: timelineViewSchema }),
  mayConflict: false,
  isLive: true,
  async answer({ contextId, caller, store, signal }) {
    const history = await store.history(contextId, { signal });
    const whole = caller.scopes.has("call-context:read-pii");
    const context = contextView(history.record, whole);
    return { status: 200, body: { context, timeline: timelineView(history, whole) } };
  },
};
