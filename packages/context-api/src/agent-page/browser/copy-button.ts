import { announce } from "./announce.ts";
import { element } from "./elements.ts";

/** Milliseconds that a button says that it was done. */
const doneMs = 2000;

/** A button that copies a value; `what` is its name, such as `account ID`. */
export function copyButton(what: string, value: string): HTMLButtonElement {
  const button = element("button", { text: "Copy" });
  button.type = "button";
  button.setAttribute("aria-label", `Copy ${what}`);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(value);
      announce(`Copied the ${what}.`, "spoken");
      button.textContent = "Copied";
      setTimeout(() => {
        button.textContent = "Copy";
      }, doneMs);
    } catch {
      announce(`This browser does not let the page copy the ${what}.`, "trouble");
    }
  });
  return button;
}
