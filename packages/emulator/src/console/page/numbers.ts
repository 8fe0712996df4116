import type { EmulatorSetup } from "../console-messages.ts";
import { byId, element } from "./elements.ts";

/** Shows what to call, and which SIP media applications take it. */
export function showNumbers(numbers: EmulatorSetup["numbers"]): void {
  byId("numbers").replaceChildren(...numbers.map(numberItem));
}

function numberItem({ number, applications, uris }: EmulatorSetup["numbers"][number]): HTMLElement {
  return element(
    "li",
    {},
    element("span", { className: "number", text: number }),
    element("span", { className: "quiet", text: ` → ${applications.join(", then ")}` }),
    ...uris.map((uri) => element("code", { text: uri })),
  );
}
