import { byId } from "@skill-call/page-dom";

/** Says something to people who see the page and to those who hear it; a live region speaks only when it changes. */
export function tell(id: string, text: string): void {
  const region = byId(id);
  if (region.textContent !== text) region.textContent = text;
}

/** What stands in a field, or is chosen of a list. */
export function textIn(id: string): string {
  return byId<HTMLInputElement | HTMLSelectElement>(id).value.trim();
}

/** Folds away what was filled in, and makes room for what comes of it. */
export function foldAway(id: string): void {
  byId(id).closest("details")?.removeAttribute("open");
}

/** Lets who has no mouse scroll it. */
export function makeScrollable(box: HTMLElement): void {
  box.tabIndex = 0;
}
