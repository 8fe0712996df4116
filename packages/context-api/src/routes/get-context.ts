import { type ContextView, contextView, contextViewSchema } from "../view/context-view.ts";
import { vconOf, vconSchema } from "../view/vcon.ts";
import type { OtherForm, Route } from "./route.ts";

/** By the name that earlier drafts gave it, and by that of draft-ietf-vcon-vcon-core-03, section "IANA Considerations". */
const vcon = ["application/vcon+json", "application/vcon"].map(
  (mediaType): OtherForm => ({
    mediaType,
    schema: vconSchema,
    of: (body) => vconOf(body as ContextView),
  }),
);

export const getContext: Route = {
  name: "getContext",
  method: "get",
  path: "/v1/contexts/:contextId",
  summary: "Who calls, and why, by the context ID",
  description:
    "One strongly consistent read. Without call-context:read-pii the account ID and the number are shown in part, and fields has only what is labelled as not sensitive. Accept: application/vcon+json gets it as a vCon, which is experimental.",
  scope: "call-context:read",
  success: { status: 200, description: "The context" },
  answerSchema: contextViewSchema,
  otherForms: vcon,
  mayConflict: false,
  async answer({ contextId, sight, store, signal }) {
    const record = await store.get(contextId, { signal });
    return { status: 200, body: contextView(record, sight), startedIn: record.traceparent };
  },
};
