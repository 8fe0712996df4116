import { contextView, contextViewSchema } from "../view/context-view.ts";
import type { Route } from "./route.ts";

export const getContext: Route = {
  name: "getContext",
  method: "get",
  path: "/v1/contexts/:contextId",
  summary: "Who calls, and why, by the context ID",
  description:
    "One strongly consistent read. Without call-context:read-pii the account ID and the number are shown in part, and fields is empty.",
  scope: "call-context:read",
  success: { status: 200, description: "The context" },
  answerSchema: contextViewSchema,
  mayConflict: false,
  async answer({ contextId, sight, store, signal }) {
    const record = await store.get(contextId, { signal });
    return { status: 200, body: contextView(record, sight) };
  },
};
