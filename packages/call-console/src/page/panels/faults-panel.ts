import { byId, element } from "@skill-call/page-dom";
import type { LaptopSetup, OfferedFault } from "../../console-messages.ts";
import { tell } from "../dom/elements.ts";
import { server } from "../server.ts";

/** Everything that can be made to fail, to be ticked. */
export function openFaultsPanel(
  faults: LaptopSetup["faults"],
  onTrouble: (error: unknown) => void,
): void {
  const items = faults.map((fault) => ({ fault, item: faultItem(fault) }));
  const list = byId("faults");
  list.replaceChildren(...items.map(({ item }) => item));
  list.addEventListener("change", () => {
    const names = chosenNames();
    tell("fault-count", names.length === 0 ? "" : `${names.length} chosen`);
    server.chooseFaults(names).catch(onTrouble);
  });
  const filter = byId<HTMLInputElement>("fault-filter");
  filter.addEventListener("input", () => {
    const wanted = filter.value.trim().toLowerCase();
    for (const { fault, item } of items) {
      item.hidden = !`${fault.name} ${fault.sentence}`.toLowerCase().includes(wanted);
    }
  });
}

function faultItem(fault: OfferedFault): HTMLElement {
  const box = element("input");
  box.type = "checkbox";
  box.value = fault.name;
  const label = element(
    "label",
    { className: "check" },
    box,
    element(
      "span",
      {},
      element("code", { text: fault.name }),
      element("span", { className: "sentence", text: fault.sentence + scopeOf(fault) }),
    ),
  );
  return element("li", {}, label);
}

function scopeOf({ in: places }: OfferedFault): string {
  if (places.length > 1) return "";
  return places[0] === "call" ? " (straight calls)" : " (conversations)";
}

function chosenNames(): string[] {
  return [...document.querySelectorAll<HTMLInputElement>("#faults input:checked")].map(
    ({ value }) => value,
  );
}
