import { byId } from "@skill-call/page-dom";
import type { CallerAtDevice, LaptopSetup } from "../../console-messages.ts";
import { foldAway } from "../dom/elements.ts";
import { option } from "../dom/option.ts";

/** Who talks, in which language, and what about: the sample caller of a case. */
export class CallerPanel {
  readonly #locale = byId<HTMLSelectElement>("locale");
  readonly #case = byId<HTMLSelectElement>("case");
  readonly #number = byId<HTMLInputElement>("number");
  readonly #setup: LaptopSetup;

  /** @param onNewCaller asked for a new conversation */
  constructor(setup: LaptopSetup, onNewCaller: () => void) {
    this.#setup = setup;
    this.#locale.replaceChildren(...setup.locales.map(({ locale }) => option(locale, locale)));
    this.#case.replaceChildren(
      ...setup.cases.map((each) => option(`${each.case}`, `${each.case} · ${each.title}`)),
    );
    this.#takeNumber();
    this.#locale.addEventListener("change", () => {
      this.#takeNumber();
      onNewCaller();
    });
    this.#case.addEventListener("change", onNewCaller);
    byId("caller-form").addEventListener("submit", (event) => {
      event.preventDefault();
      foldAway("caller-form");
      onNewCaller();
    });
  }

  get caller(): CallerAtDevice {
    return {
      locale: this.#locale.value,
      callerNumber: this.#number.value,
      numberGranted: byId<HTMLInputElement>("number-granted").checked,
      callingEnabled: byId<HTMLInputElement>("calling-enabled").checked,
    };
  }

  /** What the sample caller says, turn by turn. */
  get says(): readonly string[] {
    const chosen = this.#setup.cases.find((each) => `${each.case}` === this.#case.value);
    return chosen?.says[this.caller.locale] ?? [];
  }

  get summary(): string {
    const { locale, callerNumber } = this.caller;
    return `${locale} · case ${this.#case.value} · ${callerNumber}`;
  }

  #takeNumber(): void {
    const chosen = this.#setup.locales.find(({ locale }) => locale === this.#locale.value);
    this.#number.value = chosen?.callerNumber ?? "";
  }
}
