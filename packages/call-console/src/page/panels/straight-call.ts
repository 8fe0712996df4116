import { byId, element } from "@skill-call/page-dom";
import type { LaptopSetup, OfferedField } from "../../console-messages.ts";
import { foldAway, textIn } from "../dom/elements.ts";
import { option } from "../dom/option.ts";
import { server } from "../server.ts";

export interface StraightCallPorts {
  readonly onPlaced: () => void;
  readonly onTrouble: (error: unknown) => void;
}

/** Places calls straight at the SIP media application, as an Alexa device would. */
export function openStraightCalls(
  { locales, reasons, fields }: LaptopSetup,
  { onPlaced, onTrouble }: StraightCallPorts,
): void {
  byId("straight-reason").replaceChildren(...reasons.map((id) => option(id, id)));
  const inputs = fields.map((field) => [field.id, inputOf(field)] as const);
  byId("straight-fields").replaceChildren(
    ...fields.map(({ label }, at) =>
      element(
        "label",
        {},
        new Text(`${label} `),
        ...inputs.slice(at, at + 1).map(([, each]) => each),
      ),
    ),
  );
  byId("straight-locale").replaceChildren(...locales.map(({ locale }) => option(locale, locale)));
  byId("straight-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const caller = locales.find(({ locale }) => locale === textIn("straight-locale"));
    if (!caller) return;
    const typed = inputs.map(([id, { value }]) => [id, value.trim()] as const);
    const words = textIn("straight-words");
    server
      .place({
        ...caller,
        name: textIn("straight-name"),
        fields: Object.fromEntries(typed.filter(([, value]) => value !== "")),
        reason: { id: textIn("straight-reason"), ...(words !== "" && { text: words }) },
      })
      .then(() => {
        foldAway("straight-form");
        onPlaced();
      })
      .catch(onTrouble);
  });
}

/** Nothing is answered where nothing is chosen. */
function inputOf({ id, choices }: OfferedField): HTMLInputElement | HTMLSelectElement {
  const input = element(choices.length > 0 ? "select" : "input");
  input.id = `straight-${id}`;
  if (input instanceof HTMLSelectElement) {
    input.append(option("", "—"), ...choices.map((each) => option(each.id, each.name)));
  } else {
    input.autocomplete = "off";
    input.maxLength = 500;
  }
  return input;
}
