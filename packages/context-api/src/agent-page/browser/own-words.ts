import { element } from "./elements.ts";

/** What a caller or an agent wrote, set apart: its direction and its language change nothing around it. */
export function ownWords(text: string, locale?: string): HTMLElement {
  const words = element("bdi", { text });
  speakIn(words, locale);
  return words;
}

/** In which language the text of an element is read out; what is no language leaves that as it is. */
export function speakIn(words: HTMLElement, locale = ""): void {
  try {
    words.lang = Intl.getCanonicalLocales(locale)[0] ?? "";
  } catch {
    words.lang = "";
  }
  if (words.lang === "") words.removeAttribute("lang");
}
