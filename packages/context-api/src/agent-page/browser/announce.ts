import { byId } from "./elements.ts";

/** Says something to who sees the page and to who hears it. */
export function announce(text: string): void {
  const state = byId("state");
  // A live region speaks when it changes: the same words again are no change.
  if (state.textContent !== text) state.textContent = text;
}
