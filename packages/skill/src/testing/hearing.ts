import { wordsFor } from "@skill-call/call-form";
import type { Conversation } from "../conversation/conversation.ts";
import { newConversation } from "../conversation/conversation.ts";
import type { Hearing } from "../conversation/hear.ts";
import { exampleForm } from "./example-form.ts";

/** What it takes to understand the callers of Example Support. */
export const hearing: Hearing = {
  form: exampleForm,
  words: wordsFor(exampleForm, "en-US"),
  today: "2026-03-02",
  readPhoneNumber: () => undefined,
};

/** A conversation in which only this is known. */
export function conversationWith(known: Partial<Conversation> = {}): Conversation {
  return { ...newConversation("c1"), ...known };
}
