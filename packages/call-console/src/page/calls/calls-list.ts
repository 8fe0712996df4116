import { byId, element } from "@skill-call/page-dom";
import type { CallRecord } from "../../record/call-record.ts";
import { tell } from "../dom/elements.ts";
import { callSummary } from "./call-summary.ts";

interface ListedCall {
  readonly record: CallRecord;
  readonly item: HTMLElement;
  readonly button: HTMLButtonElement;
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The calls to choose from, newest first. One of them takes part in the tab order; the arrow keys go on from there. */
export class CallsList {
  readonly #list = byId("call-list");
  readonly #mostCalls: number | undefined;
  readonly #onChoose: (id: string) => void;
  #listed = new Map<string, ListedCall>();
  #shownId: string | undefined;

  /** @param mostCalls so many are kept; all of those that are over already without it */
  constructor(mostCalls: number | undefined, onChoose: (id: string) => void) {
    this.#mostCalls = mostCalls;
    this.#onChoose = onChoose;
    this.#list.addEventListener("keydown", (event) => this.#key(event));
  }

  show(records: readonly CallRecord[], shownId: string | undefined): void {
    const on = records.filter(({ outcome }) => outcome === undefined).length;
    const most = this.#mostCalls;
    tell("calls-kept", most === undefined ? "" : `${on} on · the newest ${most} are kept`);
    const newestFirst = records.toReversed();
    const listed = newestFirst.map((record) => this.#itemOf(record));
    this.#listed = new Map(listed.map((each) => [each.record.id, each]));
    this.#arrange(listed.map(({ item }) => item));
    const newestId = newestFirst[0]?.id;
    if (shownId !== this.#shownId && shownId === newestId) this.#list.scrollTo(0, 0);
    this.#shownId = shownId;
    for (const { record, button } of listed) {
      button.tabIndex = record.id === (shownId ?? newestId) ? 0 : -1;
      if (record.id === shownId) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  #itemOf(record: CallRecord): ListedCall {
    const known = this.#listed.get(record.id);
    if (known?.record === record) return known;
    const { item, button } = known ?? this.#newItem(record.id);
    button.replaceChildren(...callSummary(record));
    button.dataset.state = record.outcome === undefined ? "on" : "over";
    return { record, item, button };
  }

  #newItem(id: string): Pick<ListedCall, "item" | "button"> {
    const button = element("button", { className: "call" });
    button.type = "button";
    button.addEventListener("click", () => this.#onChoose(id));
    return { item: element("li", {}, button), button };
  }

  /** What stays where it is keeps its focus. */
  #arrange(items: readonly HTMLElement[]): void {
    const wanted = new Set<Node>(items);
    for (const child of [...this.#list.children]) if (!wanted.has(child)) child.remove();
    for (const [at, item] of items.entries()) {
      const there = this.#list.children[at];
      if (there !== item) this.#list.insertBefore(item, there ?? null);
    }
  }

  #key(event: KeyboardEvent): void {
    const step = steps[event.key];
    const buttons = [...this.#listed.values()].map(({ button }) => button);
    const at = buttons.findIndex((button) => button.matches(":focus"));
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const next = buttons[Math.max(0, Math.min(at + step, buttons.length - 1))];
    next?.focus();
  }
}
