import { byId, element } from "@skill-call/page-dom";
import type { EmulatorSetup } from "../console-messages.ts";

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
    ...uris.map(uriOf),
  );
}

/** Rather than anywhere it breaks before its parameters. */
function uriOf(uri: string): HTMLElement {
  const [address = "", ...parameters] = uri.split(";");
  const parts = parameters.flatMap((each) => [element("wbr"), new Text(`;${each}`)]);
  return element("code", {}, new Text(address), ...parts);
}
