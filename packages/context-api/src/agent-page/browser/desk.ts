import { byId } from "@skill-call/page-dom";
import type { AskedCall } from "./asked-call.ts";
import { CallContextElement, type CallContextEvents } from "./call-context-element.ts";
import type { OutgoingMessage } from "./frame-messages.ts";
import { signIn } from "./sign-in.ts";
import { type Words, wordsFor } from "./words/words.ts";

/** The page that agents see, whatever tells it of calls: the element, and the form that gets it a token. */
export class Desk {
  readonly element: CallContextElement;
  readonly #form = byId<HTMLFormElement>("access");
  readonly #field = byId<HTMLInputElement>("token");
  readonly #signInButton = byId<HTMLButtonElement>("sign-in");
  readonly #words: Words;
  readonly #tell: (message: OutgoingMessage) => void;
  #owesFocus = false;

  /** Brings the page to life; `tell` hears what happens on it. */
  constructor(tell: (message: OutgoingMessage) => void = () => {}) {
    const { locale, words } = wordsFor(navigator.languages);
    document.documentElement.lang = locale;
    speak(words);
    customElements.define("call-context", CallContextElement);
    this.element = document.querySelector("call-context") as CallContextElement;
    this.#words = words;
    this.#tell = tell;
    this.#listenToForm();
    this.#listenToElement();
  }

  /** Shows a call, takes a token, or both. */
  open({ token, contextId, userToUser }: AskedCall): void {
    if (contextId !== undefined) this.element.contextId = contextId;
    else if (userToUser !== undefined) this.element.userToUser = userToUser;
    if (token === undefined) return;
    // The form takes the focus with it when it goes.
    this.#owesFocus = !this.#form.hidden && this.#form.contains(document.activeElement);
    this.#form.hidden = true;
    this.element.token = token;
  }

  #listenToForm(): void {
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      const token = this.#field.value.trim();
      this.#field.value = "";
      this.open({ token });
    });
    this.#signInButton.addEventListener("click", () => void this.#signIn());
  }

  #listenToElement(): void {
    this.#on("token-expired", ({ why }) => {
      this.#tell({ type: "token-expired", why });
      void this.#askForToken(why);
    });
    this.#on("status", ({ status }) => {
      this.#tell({ type: "status", status });
      if (this.#owesFocus) this.element.focus();
      this.#owesFocus = false;
    });
    this.#on("copied", ({ field }) => this.#tell({ type: "copied", field }));
  }

  #on<Name extends keyof CallContextEvents>(
    name: Name,
    listener: (detail: CallContextEvents[Name]) => void,
  ): void {
    this.element.addEventListener(name, (event) => listener((event as CustomEvent).detail));
  }

  async #askForToken(why: string): Promise<void> {
    const settings = await this.element.settings;
    const { signIn, renew } = this.#words.access;
    this.#signInButton.hidden = settings?.signIn === undefined;
    this.#signInButton.textContent = why === "missing" ? signIn : renew;
    this.#form.hidden = false;
    (this.#signInButton.hidden ? this.#field : this.#signInButton).focus();
  }

  async #signIn(): Promise<void> {
    const settings = (await this.element.settings)?.signIn;
    if (!settings) return;
    try {
      this.open({ token: await signIn(settings) });
    } catch {
      byId("token-hint").textContent = this.#words.access.signInFailed;
    }
  }
}

function speak({ title, access }: Words): void {
  document.title = title;
  for (const heading of document.querySelectorAll("h1")) heading.textContent = title;
  byId("token-label").textContent = access.label;
  byId("token-hint").textContent = access.hint;
  byId("show").textContent = access.button;
}
