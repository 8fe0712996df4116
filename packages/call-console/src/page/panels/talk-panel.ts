import { byId, element } from "@skill-call/page-dom";
import type { LaptopSetup } from "../../console-messages.ts";
import { foldAway, tell } from "../dom/elements.ts";
import { server } from "../server.ts";
import { CallerPanel } from "./caller-panel.ts";

const callBegins = "The call begins.";

/** The microphone: what is typed is said to Alexa. */
export class TalkPanel {
  readonly #field = byId<HTMLInputElement>("utterance");
  readonly #caller: CallerPanel;
  /** What the sample caller says next. */
  #turn = 0;
  #performing = false;
  /** Alexa has not answered yet. */
  #waiting = false;

  constructor(setup: LaptopSetup) {
    this.#caller = new CallerPanel(setup, () => void this.#newCaller());
    byId("say").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#sayWhatIsTyped();
    });
    byId("silence").addEventListener("click", () => void this.#say(""));
    byId("perform").addEventListener("click", () => void this.#perform());
    this.#showSuggestions();
  }

  async #newCaller(): Promise<void> {
    this.#performing = false;
    try {
      await server.converse(this.#caller.caller);
      this.#turn = 0;
      tell("notice", "A new caller stands in front of the device.");
    } catch (error) {
      this.complain(error);
    }
    this.#showSuggestions();
  }

  /** What is typed while Alexa answers stays, and so does what she could not be told. */
  async #sayWhatIsTyped(): Promise<void> {
    const typed = this.#field.value;
    if (typed.trim() === "") return;
    if (this.#waiting) return tell("notice", "Alexa still answers. What you typed stays.");
    this.#field.value = "";
    const isTold = await this.#say(typed.trim());
    if (!isTold && this.#field.value === "") this.#field.value = typed;
  }

  /** Whether Alexa was told. */
  async #say(text: string): Promise<boolean> {
    this.#waiting = true;
    tell("notice", "Alexa thinks…");
    try {
      const { sessionOpen, calls, problems } = await server.say(text);
      this.#turn = calls ? 0 : this.#turnAfter(text);
      const state = sessionOpen
        ? "Alexa listens."
        : "The session is over. Call the skill by its name to begin anew.";
      tell("notice", [...problems, calls ? callBegins : state].join(" "));
      if (calls) this.#performing = false;
      return true;
    } catch (error) {
      this.complain(error);
      return false;
    } finally {
      this.#waiting = false;
      this.#showSuggestions();
    }
  }

  /** The sample caller says everything, one thing after the other. */
  async #perform(): Promise<void> {
    if (this.#performing) return;
    this.#performing = true;
    foldAway("caller-form");
    foldAway("straight-form");
    this.#turn = 0;
    for (const text of this.#caller.says) {
      if (!this.#performing || !(await this.#say(text))) break;
    }
    this.#performing = false;
  }

  callIsPlaced(): void {
    tell("notice", callBegins);
  }

  callIsOver(): void {
    tell("notice", "The call is over. Say something to begin anew.");
  }

  complain(error: unknown): void {
    tell("notice", error instanceof Error ? error.message : String(error));
  }

  #turnAfter(text: string): number {
    const said = this.#caller.says.indexOf(text);
    return said < 0 ? this.#turn : said + 1;
  }

  #showSuggestions(): void {
    tell("caller", this.#caller.summary);
    const { says } = this.#caller;
    byId("suggestions").replaceChildren(
      ...says.map((text, index) => {
        const chip = element("button", { className: "chip", text });
        chip.type = "button";
        if (index === this.#turn) chip.classList.add("next");
        chip.addEventListener("click", () => void this.#say(text));
        return chip;
      }),
    );
  }
}
