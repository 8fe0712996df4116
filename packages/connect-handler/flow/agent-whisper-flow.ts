import {
  compare,
  contactFlow,
  endFlowExecution,
  messageParticipant,
  updateFlowLoggingBehavior,
} from "@skill-call/contact-flow";
import { ask } from "./callback-flow.ts";

/** What an agent hears before the caller is there: who calls and why. */
export const agentWhisperFlow = contactFlow({
  type: "AGENT_WHISPER",
  start: "quiet",
  actions: {
    quiet: updateFlowLoggingBehavior({ logging: "Disabled", next: "ask" }),
    ask: ask({ step: "whisper", next: "anything", error: "end" }),
    anything: compare({ value: "$.External.whisper", equals: { none: "end" }, otherwise: "say" }),
    say: messageParticipant({ text: "$.External.whisper", next: "end", error: "end" }),
    end: endFlowExecution(),
  },
});
