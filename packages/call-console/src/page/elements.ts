/** The page's own element with this ID. */
export function byId<E extends HTMLElement = HTMLElement>(id: string): E {
  return document.getElementById(id) as E;
}

export interface ElementLook {
  readonly text?: string;
  readonly className?: string;
}

/** A new element; text goes in as text and can never become markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  { text, className }: ElementLook = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className !== undefined) made.className = className;
  made.append(...children);
  return made;
}

/** Says something to who sees the page and to who hears it; a live region speaks only when it changes. */
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
