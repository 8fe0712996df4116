import { byId } from "@skill-call/page-dom";

/** Arranges the page for one way to run the console; the parts of the others are not there. */
export function takeTemplate(id: "laptop" | "emulator" | "records"): void {
  const main = byId("main");
  main.dataset.mode = id;
  const columns = byId<HTMLTemplateElement>(id).content.cloneNode(true) as DocumentFragment;
  for (const column of columns.querySelectorAll<HTMLElement>("[data-holds]")) {
    column.append(...(column.dataset.holds ?? "").split(" ").map((part) => byId(part)));
  }
  main.replaceChildren(columns);
}
