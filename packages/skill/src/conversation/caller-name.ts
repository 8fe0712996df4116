import type { Conversation } from "./conversation.ts";
import type { Heard } from "./heard.ts";

/** Takes any name: the caller knows it best. The name that is already known is no news. */
export function hearCallerName(conversation: Conversation, callerName: string | undefined): Heard {
  if (callerName === undefined || callerName === conversation.callerName) {
    return { conversation, remarks: [] };
  }
  return { conversation: { ...conversation, callerName }, remarks: [{ callerName }] };
}
