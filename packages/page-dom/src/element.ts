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
