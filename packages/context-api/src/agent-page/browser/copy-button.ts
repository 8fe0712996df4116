import { element } from "@skill-call/page-dom";
import type { Reader } from "./reader.ts";

/** Milliseconds that a button says that it was done. */
const doneMs = 2000;

export interface Copyable {
  /** Such as `accountId`. */
  readonly field: string;
  /** What a reader calls it. */
  readonly name: string;
  readonly value: string;
}

/** A button that copies a value. */
export function copyButton({ field, name, value }: Copyable, reader: Reader): HTMLButtonElement {
  const { words, say, onCopied } = reader;
  const button = element("button", { text: words.copy });
  button.type = "button";
  button.setAttribute("aria-label", words.copyWhat(name));
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(value);
      say(words.copiedWhat(name), false);
      onCopied(field);
      button.textContent = words.copied;
      setTimeout(() => {
        button.textContent = words.copy;
      }, doneMs);
    } catch {
      say(words.cannotCopy(name), true);
    }
  });
  return button;
}
