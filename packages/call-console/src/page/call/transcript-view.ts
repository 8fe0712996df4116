import type { TraceEvent } from "@skill-call/emulation/trace";
import { byId, element } from "@skill-call/page-dom";
import { type Bubble, bubbleOf } from "../../record/bubble.ts";
import { makeScrollable } from "../dom/elements.ts";

const speakers: Readonly<Record<Bubble["speaker"], string>> = {
  caller: "You",
  alexa: "Alexa",
  phone: "On the phone",
  app: "In the Alexa app",
};

/** What was said, as bubbles; new ones are announced, those of another call are not. */
export class TranscriptView {
  readonly #list = byId("transcript");
  #key = "";
  #shown = 0;

  constructor() {
    makeScrollable(this.#list);
  }

  show(key: string, events: readonly TraceEvent[]): void {
    const bubbles = events.map(bubbleOf).filter((bubble) => bubble !== undefined);
    if (key !== this.#key || bubbles.length < this.#shown) this.#startAnew(key);
    const news = bubbles.slice(this.#shown).map(item);
    if (news.length === 0) return;
    this.#list.append(...news);
    this.#shown = bubbles.length;
    this.#list.scrollTop = this.#list.scrollHeight;
  }

  #startAnew(key: string): void {
    this.#key = key;
    this.#shown = 0;
    this.#list.replaceChildren();
  }
}

function item({ speaker, text }: Bubble): HTMLElement {
  return element(
    "div",
    { className: `bubble ${speaker}` },
    element("span", { className: "speaker", text: speakers[speaker] }),
    element("p", { text }),
  );
}
