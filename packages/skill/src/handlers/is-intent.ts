import type { HandlerInput } from "ask-sdk-core";

/** Whether the request is one of these intents. */
export function isIntent({ requestEnvelope }: HandlerInput, ...names: readonly string[]): boolean {
  const { request } = requestEnvelope;
  return request.type === "IntentRequest" && names.includes(request.intent.name);
}
