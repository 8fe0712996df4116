import { contextIdFromUserToUser } from "@skill-call/call-context";
import * as v from "valibot";
import { text } from "./body-text.ts";
import { getContext } from "./get-context.ts";
import type { Route } from "./route.ts";

export const lookupSchema = v.strictObject({
  userToUser: v.pipe(
    text(4096, { character: "[\\s\\S]" }),
    v.description("The raw value of the INVITE's User-to-User header (RFC 7433)."),
  ),
});

type Lookup = v.InferOutput<typeof lookupSchema>;

export const lookupContext: Route<Lookup> = {
  name: "lookupContext",
  method: "post",
  path: "/v1/contexts:lookup",
  summary: "Who calls, and why, by the raw User-to-User header",
  description:
    "For systems that see the header of the INVITE and not the ID in it. The header may be written in any way that contact centres are known to write it.",
  scope: "call-context:read",
  success: { status: 200, description: "The context" },
  answerSchema: getContext.answerSchema,
  mayConflict: false,
  bodySchema: lookupSchema,
  // Some SBCs hand on the ID alone.
  contextIdIn: ({ userToUser }) => contextIdFromUserToUser(userToUser, { bare: true }),
  answer: (request) => getContext.answer({ ...request, body: undefined }),
};
