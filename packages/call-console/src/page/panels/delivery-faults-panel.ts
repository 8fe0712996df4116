import { byId, element } from "@skill-call/page-dom";
import type { DeliveryFaultPlan, EmulatorSetup } from "../../console-messages.ts";
import { tell, textIn } from "../dom/elements.ts";
import { option } from "../dom/option.ts";
import { server } from "../server.ts";
import { faultWords } from "./delivery-fault-words.ts";

const always = "";
const once = "1";

/** What befalls events on their way to the Lambda: chosen here, and gone when calls have used it up. */
export class DeliveryFaultsPanel {
  readonly #setup: EmulatorSetup;
  readonly #onTrouble: (error: unknown) => void;
  readonly #kind = byId<HTMLSelectElement>("fault-kind");
  #planned: readonly DeliveryFaultPlan[] = [];

  constructor(setup: EmulatorSetup, onTrouble: (error: unknown) => void) {
    this.#setup = setup;
    this.#onTrouble = onTrouble;
    const { faults, events } = setup;
    this.#kind.replaceChildren(...faults.map(({ kind }) => option(kind, kind)));
    byId("fault-event").replaceChildren(
      option("", "every event"),
      ...events.map((event) => option(event, event)),
    );
    byId("fault-times").replaceChildren(option(always, "every time"), option(once, "once"));
    this.#kind.addEventListener("change", () => this.#explain());
    byId("fault-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#choose([...this.#planned, this.#described]);
    });
    this.#explain();
  }

  show(planned: readonly DeliveryFaultPlan[]): void {
    this.#planned = planned;
    tell("fault-count", planned.length === 0 ? "" : `${planned.length} to come`);
    byId("planned-faults").replaceChildren(
      ...planned.map((plan, index) => this.#plannedItem(plan, index)),
    );
  }

  get #described(): DeliveryFaultPlan {
    const kind = this.#kind.value as DeliveryFaultPlan["kind"];
    const event = textIn("fault-event");
    const times = textIn("fault-times");
    return {
      kind,
      ...(kind === "delay" && { ms: byId<HTMLInputElement>("fault-ms").valueAsNumber }),
      ...(event !== "" && { event }),
      ...(times !== always && { times: Number(times) }),
    };
  }

  #plannedItem(plan: DeliveryFaultPlan, index: number): HTMLElement {
    const words = faultWords(plan);
    const remove = element("button", { className: "plain small", text: "Remove" });
    remove.type = "button";
    remove.setAttribute("aria-label", `Remove ${words}`);
    remove.addEventListener("click", () => this.#choose(this.#planned.toSpliced(index, 1)));
    return element("li", {}, element("span", { text: words }), remove);
  }

  #explain(): void {
    const chosen = this.#setup.faults.find(({ kind }) => kind === this.#kind.value);
    tell("fault-sentence", chosen?.sentence ?? "");
    byId("fault-delay").hidden = chosen?.kind !== "delay";
  }

  #choose(planned: readonly DeliveryFaultPlan[]): void {
    server
      .chooseDeliveryFaults(planned)
      .then(() => tell("service-notice", ""))
      .catch(this.#onTrouble);
  }
}
