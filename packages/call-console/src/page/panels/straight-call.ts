import { byId } from "@skill-call/page-dom";
import type { LaptopSetup } from "../../console-messages.ts";
import { foldAway, textIn } from "../dom/elements.ts";
import { option } from "../dom/option.ts";
import { server } from "../server.ts";

export interface StraightCallPorts {
  readonly onPlaced: () => void;
  readonly onTrouble: (error: unknown) => void;
}

/** Places calls straight at the SIP media application, as an Alexa device would. */
export function openStraightCalls(
  { locales, reasons }: LaptopSetup,
  { onPlaced, onTrouble }: StraightCallPorts,
): void {
  byId("straight-reason").replaceChildren(...reasons.map((id) => option(id, id)));
  byId("straight-locale").replaceChildren(...locales.map(({ locale }) => option(locale, locale)));
  byId("straight-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const caller = locales.find(({ locale }) => locale === textIn("straight-locale"));
    if (!caller) return;
    const account = textIn("straight-account");
    const words = textIn("straight-words");
    server
      .place({
        ...caller,
        name: textIn("straight-name"),
        ...(account !== "" && { accountId: account }),
        reason: { id: textIn("straight-reason"), ...(words !== "" && { text: words }) },
      })
      .then(() => {
        foldAway("straight-form");
        onPlaced();
      })
      .catch(onTrouble);
  });
}
