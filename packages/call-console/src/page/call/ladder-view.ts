import type { TraceEvent } from "@skill-call/emulation/trace";
import { byId, element } from "@skill-call/page-dom";
import { ladderGround, ladderHead, ladderRow } from "../../ladder/ladder-drawing.ts";
import {
  headHeight,
  type LadderLayout,
  type LadderRow,
  ladderLayout,
} from "../../ladder/ladder-layout.ts";
import { svg } from "../../ladder/svg-node.ts";
import { svgElement } from "../dom/svg-element.ts";

/** Draws a call ladder and lets the user go from step to step. */
export class LadderView {
  readonly #box = byId("ladder-box");
  readonly #emptyText: string;
  readonly #onChoose: (index: number) => void;
  #rows: SVGElement[] = [];
  /** The steps of the rows, and how they are arranged. */
  #drawn: readonly TraceEvent[] = [];
  #arrangement = "";
  #reachable = 0;
  #chosen: number | undefined;
  #shown: readonly [key: string, events: readonly TraceEvent[]] = ["", []];

  constructor(emptyText: string, onChoose: (index: number) => void) {
    this.#emptyText = emptyText;
    this.#onChoose = onChoose;
    this.#box.addEventListener("keydown", (event) => this.#key(event));
    new ResizeObserver(() => this.#fit()).observe(this.#box);
  }

  /** @param key tells one call from another: steps that are drawn already stay */
  show(key: string, events: readonly TraceEvent[]): void {
    this.#shown = [key, events];
    if (events.length === 0) this.#showNothing();
    else this.#draw(key, events);
  }

  /** No step is chosen any more. */
  unchoose(): void {
    this.#chosen = undefined;
    this.#markChosen();
  }

  focus(): void {
    this.#rows[this.#reachable]?.focus();
  }

  /** The box has another size. */
  #fit(): void {
    this.show(...this.#shown);
    if (this.#chosen !== undefined) this.#reveal(this.#chosen);
  }

  /** Scrolls the row out from under the heads of the lanes, or up. */
  #reveal(index: number): void {
    const row = this.#rows[index]?.getBoundingClientRect();
    if (!row) return;
    const box = this.#box.getBoundingClientRect();
    const above = row.top - (box.top + headHeight);
    const below = row.bottom - (box.top + this.#box.clientHeight);
    if (above < 0) this.#box.scrollTop += above;
    else if (below > 0) this.#box.scrollTop += below;
  }

  #draw(key: string, events: readonly TraceEvent[]): void {
    const layout = ladderLayout(events, this.#box.clientWidth);
    const lanes = layout.lanes.map(({ party }) => party);
    const arrangement = `${key} ${layout.pitch} ${lanes.join(" ")}`;
    const grows =
      arrangement === this.#arrangement && this.#drawn.every((event, at) => event === events[at]);
    const follows = this.#isAtEnd();
    const isFocused = this.#box.contains(document.activeElement);
    if (!grows) this.#rows = [];
    const news = layout.rows.slice(this.#rows.length).map((row) => this.#row(row, layout, grows));
    this.#rows = [...this.#rows, ...news];
    this.#drawn = events;
    this.#arrangement = arrangement;
    this.#box.replaceChildren(this.#head(layout), this.#body(layout));
    this.#makeReachable(Math.min(this.#reachable, this.#rows.length - 1));
    this.#markChosen();
    if (isFocused) this.#rows[this.#reachable]?.focus({ preventScroll: true });
    if (follows) this.#box.scrollTop = this.#box.scrollHeight;
  }

  #showNothing(): void {
    this.#rows = [];
    this.#drawn = [];
    this.#reachable = 0;
    this.#box.replaceChildren(element("p", { className: "empty", text: this.#emptyText }));
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
    this.#reachable = Math.max(0, index);
  }

  #choose(index: number): void {
    this.#chosen = index;
    this.#makeReachable(index);
    this.#markChosen();
    this.#onChoose(index);
    // What shows the step may have taken room from the ladder.
    this.#reveal(index);
  }

  #markChosen(): void {
    for (const [at, row] of this.#rows.entries()) {
      row.classList.toggle("chosen", at === this.#chosen);
      row.setAttribute("aria-pressed", `${at === this.#chosen}`);
    }
  }

  #key(event: KeyboardEvent): void {
    const target = this.#targetOf(event.key);
    if (target === undefined) return;
    event.preventDefault();
    if (target === "choose") this.#choose(this.#reachable);
    else this.#goTo(Math.max(0, Math.min(target, this.#rows.length - 1)));
  }

  #goTo(index: number): void {
    this.#makeReachable(index);
    const row = this.#rows[this.#reachable];
    row?.focus();
    this.#reveal(this.#reachable);
  }

  #targetOf(key: string): number | "choose" | undefined {
    switch (key) {
      case "ArrowDown":
        return this.#reachable + 1;
      case "ArrowUp":
        return this.#reachable - 1;
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
