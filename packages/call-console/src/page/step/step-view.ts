import type { TraceEvent } from "@skill-call/emulation/trace";
import { byId, element } from "@skill-call/page-dom";
import { makeScrollable } from "../dom/elements.ts";
import { stepFacts } from "./step-facts.ts";
import { stepText } from "./step-text.ts";

/** Shows a step as it was, to the last field. */
export class StepView {
  readonly #card = byId("step");
  readonly #detail = byId("step-detail");
  readonly #onClose: () => void;
  #text: string | undefined;

  constructor(onClose: () => void) {
    this.#onClose = onClose;
    makeScrollable(this.#detail);
    byId("copy-step").addEventListener("click", () => {
      void navigator.clipboard.writeText(this.#text ?? "");
    });
    byId("close-step").addEventListener("click", () => this.#closeByHand());
    this.#card.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.#closeByHand();
    });
    this.close();
  }

  /** @param events of the whole call */
  show(event: TraceEvent, events: readonly TraceEvent[]): void {
    this.#text = stepText(event);
    this.#showParts(true);
    byId("step-sentence").textContent = event.label;
    byId("step-facts").replaceChildren(...stepFacts(event, events).map(factOf));
    // Each line hangs by itself where it is too long.
    const lines = (this.#text ?? "")
      .split("\n")
      .map((text) => element("span", { text: `${text}\n` }));
    this.#detail.replaceChildren(...lines);
    this.#detail.scrollTop = 0;
    this.#card.scrollIntoView({ block: "nearest" });
  }

  close(): void {
    this.#text = undefined;
    this.#showParts(false);
    byId("step-sentence").textContent =
      "Choose an arrow to see the exact event, answer or message.";
    byId("step-facts").replaceChildren();
    this.#detail.replaceChildren();
  }

  #closeByHand(): void {
    this.close();
    this.#onClose();
  }

  #showParts(isChosen: boolean): void {
    this.#card.dataset.chosen = `${isChosen}`;
    byId("close-step").hidden = !isChosen;
    byId("copy-step").hidden = this.#text === undefined;
    this.#detail.hidden = this.#text === undefined;
  }
}

function factOf([name, text]: readonly [string, string]): HTMLElement {
  return element("div", {}, element("dt", { text: name }), element("dd", { text }));
}
