import { byId } from "./elements.ts";

/** `spoken`: only for who hears the page, since the others see it elsewhere. `trouble`: a call for the agent to act. */
export type Tone = "plain" | "spoken" | "trouble";

/** Says something to who sees the page and to who hears it. */
export function announce(text: string, tone: Tone = "plain"): void {
  const state = byId("state");
  state.dataset.tone = tone;
  // A live region speaks when it changes: the same words again are no change.
  if (state.textContent !== text) state.textContent = text;
}
