import { type Access, ApiTrouble, addNote, type NewNote, type Trouble } from "./api.ts";
import type { AskedCall } from "./asked-call.ts";
import style from "./call-context.shadow.css";
import type { CallSnapshot } from "./call-context.ts";
import { CallView } from "./call-view.ts";
import { fetchSettings, labelsFor, type Settings } from "./settings.ts";
import { watchCall } from "./watch-call.ts";
import { type Words, wordsFor } from "./words/words.ts";

/** What the element tells the page that it is in, as the `detail` of a CustomEvent of that name. */
export interface CallContextEvents {
  /** The settings are there, and a call can be shown. */
  readonly ready: Record<string, never>;
  readonly status: { readonly status: string };
  /** Another token is needed, as the property `token`; what is shown stays. */
  readonly "token-expired": { readonly why: "missing" | "unauthorized" | "forbidden" };
  readonly copied: { readonly field: string };
}

/**
 * `<call-context>`: who calls and why. The token is a property and never an attribute, so that no markup holds it.
 * @example element.token = token; element.contextId = "0f8e6a1c2b7d4e5f90a1b2c3d4e5f607";
 */
export class CallContextElement extends HTMLElement {
  static readonly observedAttributes = ["context-id", "user-to-user"];

  /** Where the context API is: where this file came from, unless the attribute `api` says another origin. */
  api = new URL(import.meta.url).origin;
  settings: Promise<Settings> | undefined;
  #call: AskedCall = {};
  #token: string | undefined;
  readonly #view = new CallView(this.attachShadow({ mode: "open" }));
  #words: Words = wordsFor([]).words;
  #locale = "en";
  #watch = new AbortController();
  #ticking: ReturnType<typeof setInterval> | undefined;
  #isDue = false;
  #isOutOfReach = false;
  #isStale = false;
  #shown = "";
  #snapshot: CallSnapshot | undefined;
  #note: NewNote = { id: "", text: "" };

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    this.#view.noteForm.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#keepNote();
    });
    if (this.shadowRoot) this.shadowRoot.adoptedStyleSheets = [sheet];
  }

  /** A token of the context API with `call-context:read`; another one takes the place of one that ran out. */
  set token(token: string | undefined) {
    this.#token = token;
    this.#openSoon();
  }

  set contextId(contextId: string | undefined) {
    this.#ask(contextId === undefined ? {} : { contextId });
  }

  get contextId(): string | undefined {
    return this.#call.contextId;
  }

  /** The raw User-to-User header. */
  set userToUser(userToUser: string | undefined) {
    this.#ask(userToUser === undefined ? {} : { userToUser });
  }

  get userToUser(): string | undefined {
    return this.#call.userToUser;
  }

  attributeChangedCallback(name: string, _: string | null, value: string | null): void {
    if (name === "context-id") this.contextId = value ?? undefined;
    else this.userToUser = value ?? undefined;
  }

  connectedCallback(): void {
    this.#ticking = setInterval(() => this.#passTime(), 1000);
    void this.#getReady();
  }

  disconnectedCallback(): void {
    clearInterval(this.#ticking);
    this.#watch.abort();
  }

  override focus(): void {
    this.#view.focus();
  }

  async #getReady(): Promise<void> {
    this.api = this.getAttribute("api") ?? this.api;
    this.settings = fetchSettings({ base: this.api });
    const settings = await this.settings;
    const chosen = this.closest("[lang]")?.getAttribute("lang");
    const { locale, words } = wordsFor([...(chosen ? [chosen] : []), ...navigator.languages]);
    this.#words = words;
    this.#locale = locale;
    this.#view.speakTo({
      locale,
      words,
      labels: labelsFor(settings, locale),
      ...(settings.accountLink !== undefined && { accountLink: settings.accountLink }),
      onCopied: (field) => this.#tell("copied", { field }),
      say: (text, isTrouble) => this.#view.announce(text, isTrouble ? "trouble" : "spoken"),
    });
    this.#tell("ready", {});
    this.#openSoon();
  }

  /** Another call takes everything about the one before off the screen. */
  #ask(call: AskedCall): void {
    this.#call = call;
    this.#stop();
    this.#openSoon();
  }

  /** Once for all that is set at the same time. */
  #openSoon(): void {
    if (this.#isDue || !this.isConnected) return;
    this.#isDue = true;
    queueMicrotask(async () => {
      await this.settings;
      this.#isDue = false;
      this.#open();
    });
  }

  #open(): void {
    this.#watch.abort();
    this.#watch = new AbortController();
    const { contextId, userToUser } = this.#call;
    if (contextId === undefined && userToUser === undefined) {
      this.#view.announce(this.#words.nothingAsked, "trouble");
    } else if (!this.#token) {
      this.#view.announce(this.#words.access.enter);
      this.#tell("token-expired", { why: "missing" });
    } else {
      if (!this.#view.isShown) this.#view.announce(this.#words.fetching);
      void this.#watchWith(this.#access(this.#token));
    }
  }

  #access(token: string): Access {
    return { base: this.api, token, signal: this.#watch.signal };
  }

  async #watchWith(access: Access): Promise<void> {
    const { signal } = access;
    const onSnapshot = (snapshot: CallSnapshot) => {
      if (!signal.aborted) this.#show(snapshot);
    };
    const onUnavailable = () => {
      this.#isOutOfReach = true;
      this.#view.announce(this.#words.trouble.unavailable, "trouble");
    };
    try {
      await watchCall({ call: this.#call, access, onSnapshot, onUnavailable });
    } catch (error) {
      const trouble = error instanceof ApiTrouble ? error.trouble : "unavailable";
      if (!signal.aborted) this.#giveUp(trouble);
    }
  }

  #show(snapshot: CallSnapshot): void {
    // What did not change is left alone: who selects or hears it is not interrupted.
    const shown = JSON.stringify(snapshot);
    const again = this.#isOutOfReach || this.#isStale;
    if (shown === this.#shown && !again) return;
    // A token that may see more shows more.
    if (this.#isStale) this.#view.hide();
    this.#shown = shown;
    const before = this.#snapshot?.context.status;
    this.#snapshot = snapshot;
    this.#view.show(snapshot, again);
    this.#isOutOfReach = false;
    this.#isStale = false;
    const { status } = snapshot.context;
    if (status !== before) this.#tell("status", { status });
  }

  #giveUp(trouble: Trouble): void {
    this.#watch.abort();
    if (trouble !== "unauthorized" && trouble !== "forbidden") {
      this.#stop();
      this.#view.announce(this.#words.trouble[trouble], "trouble");
      return;
    }
    this.#token = undefined;
    this.#isStale = this.#view.isShown;
    const time = new Date().toLocaleTimeString(this.#locale);
    const words = this.#isStale ? this.#words.stale(time) : this.#words.trouble[trouble];
    this.#view.announce(words, "trouble");
    this.#tell("token-expired", { why: trouble });
  }

  /** Says anew how long ago things were, and takes an expired context off the screen. */
  #passTime(): void {
    this.#view.tellTime();
    const { expiresAt = Number.POSITIVE_INFINITY } = this.#snapshot?.context ?? {};
    if (Date.now() < expiresAt * 1000) return;
    this.#stop();
    this.#view.announce(this.#words.expired, "trouble");
  }

  async #keepNote(): Promise<void> {
    const contextId = this.#snapshot?.context.contextId;
    const text = this.#view.noteField.value.trim();
    if (contextId === undefined || text === "") return;
    if (!this.#token) return this.#tell("token-expired", { why: "missing" });
    // Sent again, it is the same note.
    if (text !== this.#note.text) this.#note = { id: crypto.randomUUID(), text };
    const { kept, forbidden, failed } = this.#words.addNote;
    try {
      const { signal } = this.#watch;
      await addNote(contextId, this.#note, { ...this.#access(this.#token), signal });
      this.#note = { id: "", text: "" };
      this.#view.noteField.value = "";
      this.#view.announce(kept, "spoken");
    } catch (error) {
      const isForbidden = error instanceof ApiTrouble && error.trouble === "forbidden";
      this.#view.announce(isForbidden ? forbidden : failed, "trouble");
    }
  }

  /** Ends what is under way and takes what it showed off the screen. */
  #stop(): void {
    this.#watch.abort();
    this.#snapshot = undefined;
    this.#isOutOfReach = false;
    this.#isStale = false;
    this.#shown = "";
    this.#view.hide();
  }

  #tell<Name extends keyof CallContextEvents>(name: Name, detail: CallContextEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
