import { bubbleOf } from "../record/bubble.ts";
import type { CallRecord } from "../record/call-record.ts";
import { byId, element } from "./elements.ts";

/** The calls of the session, to choose from. */
export function showCalls(
  records: readonly CallRecord[],
  shownId: string | undefined,
  onChoose: (id: string) => void,
): void {
  const list = byId("calls");
  const focused = list.contains(document.activeElement);
  list.replaceChildren(...records.map((record) => item(record, record.id === shownId, onChoose)));
  if (focused) list.querySelector<HTMLElement>("[aria-current]")?.focus();
}

function item(record: CallRecord, isShown: boolean, onChoose: (id: string) => void): HTMLElement {
  const button = element(
    "button",
    { className: "call" },
    element("span", { className: "call-title", text: record.title }),
    element("span", { className: "quiet", text: record.outcome ?? lastWords(record) }),
  );
  button.type = "button";
  if (isShown) button.setAttribute("aria-current", "true");
  button.addEventListener("click", () => onChoose(record.id));
  return element("li", {}, button);
}

function lastWords({ events }: CallRecord): string {
  const said = events.map(bubbleOf).findLast((bubble) => bubble?.speaker === "caller");
  return said ? `“${said.text}”` : "…";
}
