import type { TraceEvent } from "@skill-call/emulation/trace";
import { knownKind } from "./known-steps.ts";

/** Something that was said, or shown in the Alexa app. */
export interface Bubble {
  readonly speaker: "caller" | "alexa" | "phone" | "app";
  readonly text: string;
}

/** What of a step is heard or read by the caller; nothing of most. */
export function bubbleOf(step: TraceEvent): Bubble | undefined {
  const { text = "", payload } = fields(step.detail);
  switch (knownKind(step)) {
    case "caller.utterance":
      return { speaker: "caller", text: text === "" ? "(silence)" : String(text) };
    case "alexa.speech":
      return { speaker: "alexa", text: String(text) };
    case "leg.speech":
      return { speaker: "phone", text: withoutTags(String(text)) };
    case "skill.response":
      return cardOf(fields(fields(payload).response).card);
    default:
      return undefined;
  }
}

function cardOf(card: unknown): Bubble | undefined {
  const { type, title, content, text, permissions } = fields(card);
  if (type === undefined) return undefined;
  const words =
    type === "AskForPermissionsConsent" && Array.isArray(permissions)
      ? `Allow the skill to use: ${permissions.join(", ")}`
      : [title, content, text].filter(Boolean).join(": ");
  return { speaker: "app", text: words };
}

function withoutTags(ssml: string): string {
  return ssml.startsWith("<speak") ? ssml.replaceAll(/<[^<>]*>/g, "").trim() : ssml;
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return (value ?? {}) as Readonly<Record<string, unknown>>;
}
