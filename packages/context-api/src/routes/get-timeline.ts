import { timelineView, timelineViewSchema } from "../view/timeline-view.ts";
import type { Route } from "./route.ts";

export const getTimeline: Route = {
  name: "getTimeline",
  method: "get",
  path: "/v1/contexts/:contextId/timeline",
  summary: "What happened to the call: when it reached each status, and the notes",
  description: "Oldest first. Notes are masked as the context is.",
  scope: "call-context:read",
  success: { status: 200, description: "The timeline, oldest first" },
  answerSchema: timelineViewSchema,
  mayConflict: false,
  async answer({ contextId, sight, store, signal }) {
    const history = await store.history(contextId, { signal });
    return { status: 200, body: timelineView(history, sight.whole) };
  },
};
