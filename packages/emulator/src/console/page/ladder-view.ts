import type { TraceEvent } from "../../trace.ts";
import { ladderGround, ladderHead, ladderRow } from "../ladder/ladder-drawing.ts";
import {
  headHeight,
  type LadderLayout,
  type LadderRow,
  ladderLayout,
} from "../ladder/ladder-layout.ts";
import { svg } from "../ladder/svg-node.ts";
import { byId, element } from "./elements.ts";
import { svgElement } from "./svg-element.ts";

/** Draws a call ladder and lets the user go from step to step. */
export class LadderView {
  readonly #box = byId("ladder-box");
  readonly #onChoose: (index: number) => void;
  #rows: SVGElement[] = [];
  #drawn = "";
  #chosen = 0;

  constructor(onChoose: (index: number) => void) {
    this.#onChoose = onChoose;
    this.#box.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param key tells one call from another: steps that are drawn already stay */
  show(key: string, events: readonly TraceEvent[]): void {
    if (events.length === 0) this.#showNothing();
    else this.#draw(key, events);
  }

  #draw(key: string, events: readonly TraceEvent[]): void {
    const layout = ladderLayout(events);
    const drawn = `${key} ${layout.lanes.map(({ party }) => party).join(" ")}`;
    const grows = drawn === this.#drawn && layout.rows.length >= this.#rows.length;
    const follows = this.#isAtEnd();
    if (!grows) this.#rows = [];
    const news = layout.rows.slice(this.#rows.length).map((row) => this.#row(row, layout, grows));
    this.#rows = [...this.#rows, ...news];
    this.#drawn = drawn;
    this.#box.replaceChildren(this.#head(layout), this.#body(layout));
    this.#makeReachable(Math.min(this.#chosen, this.#rows.length - 1));
    if (follows) this.#box.scrollTop = this.#box.scrollHeight;
  }

  #showNothing(): void {
    this.#rows = [];
    this.#drawn = "";
    this.#chosen = 0;
    const text = "Say something to Alexa: every step of the call appears here as it happens.";
    this.#box.replaceChildren(element("p", { className: "empty", text }));
  }

  #head(layout: LadderLayout): SVGElement {
    const { width } = layout;
    return svgElement(
      svg(
        "svg",
        { class: "ladder ladder-head", width, height: headHeight, "aria-hidden": "true" },
        ladderHead(layout),
      ),
    );
  }

  #body(layout: LadderLayout): SVGElement {
    const { width, height } = layout;
    const body = svgElement(
      svg(
        "svg",
        {
          class: "ladder ladder-body",
          role: "group",
          "aria-label": "Steps of the call",
          width,
          height: height - headHeight,
          viewBox: `0 ${headHeight} ${width} ${height - headHeight}`,
        },
        ladderGround(layout),
      ),
    );
    body.append(...this.#rows);
    return body;
  }

  #row(row: LadderRow, { width }: LadderLayout, isNew: boolean): SVGElement {
    const made = svgElement(
      svg(
        "g",
        {
          class: `row ${row.tone}${isNew ? " new" : ""}`,
          role: "button",
          tabindex: -1,
          "aria-label": `${row.time} ${row.label} (${row.who})`,
          "data-step": row.index,
        },
        ladderRow(row, width),
      ),
    );
    made.addEventListener("click", () => this.#choose(row.index));
    return made;
  }

  /** One step takes part in the tab order; the arrow keys go on from there. */
  #makeReachable(index: number): void {
    for (const [at, row] of this.#rows.entries())
      row.setAttribute("tabindex", at === index ? "0" : "-1");
    this.#chosen = Math.max(0, index);
  }

  #choose(index: number): void {
    this.#makeReachable(index);
    for (const [at, row] of this.#rows.entries()) row.classList.toggle("chosen", at === index);
    this.#onChoose(index);
  }

  #key(event: KeyboardEvent): void {
    const target = this.#targetOf(event.key);
    if (target === undefined) return;
    event.preventDefault();
    if (target === "choose") this.#choose(this.#chosen);
    else this.#goTo(Math.max(0, Math.min(target, this.#rows.length - 1)));
  }

  #goTo(index: number): void {
    this.#makeReachable(index);
    const row = this.#rows[this.#chosen];
    row?.focus();
    row?.scrollIntoView({ block: "nearest" });
  }

  #targetOf(key: string): number | "choose" | undefined {
    switch (key) {
      case "ArrowDown":
        return this.#chosen + 1;
      case "ArrowUp":
        return this.#chosen - 1;
      case "Home":
        return 0;
      case "End":
        return this.#rows.length - 1;
      case "Enter":
      case " ":
        return "choose";
      default:
        return undefined;
    }
  }

  #isAtEnd(): boolean {
    const { scrollTop, clientHeight, scrollHeight } = this.#box;
    return scrollTop + clientHeight >= scrollHeight - 40;
  }
}
