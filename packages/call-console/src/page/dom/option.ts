import { element } from "@skill-call/page-dom";

export function option(value: string, text: string): HTMLOptionElement {
  const made = element("option", { text });
  made.value = value;
  return made;
}
