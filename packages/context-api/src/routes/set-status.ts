import * as v from "valibot";
import { RequestError } from "../errors.ts";
import { statusSchema } from "../view/context-view.ts";
import type { Route } from "./route.ts";

/** What who answers can know; `created` and `claimed` are the telephony side's to say. */
const settable = ["connected", "ended", "failed"] as const;

export const statusChangeSchema = v.strictObject({
  status: v.picklist(settable, `must be one of ${settable.join(", ")}`),
});

export const statusAnswerSchema = v.object({
  status: statusSchema,
  changed: v.pipe(v.boolean(), v.description("false: the call was as far already.")),
});

type StatusBody = v.InferOutput<typeof statusChangeSchema>;

export const setStatus: Route<StatusBody> = {
  name: "setStatus",
  method: "post",
  path: "/v1/contexts/:contextId/status",
  summary: "Move the call's status forward: claimed → connected → ended or failed",
  description:
    "The status never moves back: where the call is further along already, that is a conflict.",
  scope: "call-context:write",
  success: { status: 200, description: "The status as it is now" },
  answerSchema: statusAnswerSchema,
  mayConflict: true,
  bodySchema: statusChangeSchema,
  async answer({ contextId, body: { status }, store, signal }) {
    const changed = await store.advance(contextId, status, { signal });
    if (!changed && (await store.get(contextId, { signal })).status !== status) {
      throw new RequestError("context-api.conflict", {
        detail: "The call is further along: its status never moves back.",
      });
    }
    return { status: 200, body: { status, changed } };
  },
};
