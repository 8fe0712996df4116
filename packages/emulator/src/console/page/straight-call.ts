import type { ConsoleSetup } from "../console-messages.ts";
import { option } from "./caller-panel.ts";
import { byId } from "./elements.ts";
import { server } from "./server.ts";

/** Places calls straight at the SIP media application, as an Alexa device would. */
export function openStraightCalls(
  { locales, reasons }: ConsoleSetup,
  onTrouble: (error: unknown) => void,
): void {
  byId("straight-reason").replaceChildren(...reasons.map((id) => option(id, id)));
  byId("straight-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const [first] = locales;
    if (!first) return;
    const account = textIn("straight-account");
    const words = textIn("straight-words");
    server
      .place({
        locale: first.locale,
        callerNumber: first.callerNumber,
        name: textIn("straight-name"),
        ...(account !== "" && { accountId: account }),
        reason: { id: textIn("straight-reason"), ...(words !== "" && { text: words }) },
      })
      .catch(onTrouble);
  });
}

function textIn(id: string): string {
  return byId<HTMLInputElement | HTMLSelectElement>(id).value.trim();
}
