import { element } from "@skill-call/page-dom";
import type { CallContext, CallSnapshot, TimelineEntry } from "./call-context.ts";
import { foldedWords, speakIn } from "./own-words.ts";
import type { Reader } from "./reader.ts";
import { factsOf } from "./show-facts.ts";
import { howLongAgo } from "./time-and-language.ts";
import { humanised } from "./words/words.ts";

/** `spoken`: only for who hears the page, since the others see it elsewhere. `trouble`: a call for the agent to act. */
export type Tone = "plain" | "spoken" | "trouble";

/** A call on the screen: who, why, what is known, what happened, and a line that says how things are. */
export class CallView {
  readonly noteForm = element("form");
  readonly noteField = element("textarea");
  readonly #state = element("p");
  readonly #call = element("article");
  readonly #name = element("h2");
  readonly #reason = element("p");
  readonly #status = element("p");
  readonly #facts = element("dl");
  readonly #timeline = element("ol");
  readonly #timelineHeading = element("h3");
  readonly #noteLabel = element("label");
  readonly #noteButton = element("button");
  #reader: Reader | undefined;

  constructor(root: ShadowRoot) {
    const ids = {
      state: this.#state,
      call: this.#call,
      "caller-name": this.#name,
      reason: this.#reason,
      "call-status": this.#status,
      facts: this.#facts,
      timeline: this.#timeline,
      "timeline-heading": this.#timelineHeading,
      note: this.noteField,
    };
    for (const [id, each] of Object.entries(ids)) each.id = id;
    this.#state.setAttribute("role", "status");
    this.#call.setAttribute("aria-labelledby", "caller-name");
    this.#name.tabIndex = -1;
    this.#noteLabel.htmlFor = "note";
    this.noteField.maxLength = 1000;
    this.noteField.required = true;
    this.noteForm.append(this.#noteLabel, this.noteField, this.#noteButton);
    const happened = element("section", {}, this.#timelineHeading, this.#timeline);
    happened.setAttribute("aria-labelledby", "timeline-heading");
    const header = element("header", {}, this.#name, this.#reason, this.#status);
    this.#call.append(header, this.#facts, happened, this.noteForm);
    this.#call.hidden = true;
    root.append(this.#state, this.#call);
  }

  get isShown(): boolean {
    return !this.#call.hidden;
  }

  /** In whose language everything is from now on. */
  speakTo(reader: Reader): void {
    this.#reader = reader;
    const { words } = reader;
    this.#timelineHeading.textContent = words.timelineHeading;
    this.#noteLabel.textContent = words.addNote.label;
    this.#noteButton.textContent = words.addNote.button;
  }

  /** Says something to who sees the page and to who hears it. */
  announce(text: string, tone: Tone = "plain"): void {
    this.#state.dataset.tone = tone;
    // A live region speaks when it changes: the same words again are no change.
    if (this.#state.textContent !== text) this.#state.textContent = text;
  }

  /** Shows a call, and says what is new about it; `again` where another message stood in its place. */
  show({ context, timeline }: CallSnapshot, again: boolean): void {
    const reader = this.#reader;
    if (!reader) return;
    const isNew = !this.isShown;
    this.#timeline.replaceChildren(...timelineOf(timeline.entries, reader));
    const isChanged = this.#showStatus(context, reader);
    if (isNew) this.#showWhoAndWhy(context, reader);
    this.#call.hidden = false;
    this.tellTime();
    const status = wordsFor(context, reader, isNew);
    if (isNew) this.announce(`${greetingOf(context, reader)} ${status}.`, "spoken");
    else if (isChanged || again) this.announce(`${status}.`, "spoken");
  }

  /** Takes every word about the caller off the screen. */
  hide(): void {
    this.#call.hidden = true;
    this.noteField.value = "";
    const told = [this.#name, this.#reason, this.#status, this.#facts, this.#timeline];
    for (const each of told) each.replaceChildren();
    delete this.#status.dataset.status;
  }

  focus(): void {
    this.#name.focus();
  }

  /** Says anew how long ago things were. */
  tellTime(): void {
    const { locale = "en" } = this.#reader ?? {};
    for (const time of this.#facts.querySelectorAll<HTMLTimeElement>("time[data-since]")) {
      time.textContent = howLongAgo(Date.now() - Date.parse(time.dateTime), locale);
    }
  }

  /** Answers whether the status is another one than before. */
  #showStatus(context: CallContext, reader: Reader): boolean {
    const { status } = context;
    if (this.isShown && this.#status.dataset.status === status) return false;
    this.#status.dataset.status = status;
    this.#status.textContent = wordsFor(context, reader, !this.isShown);
    return true;
  }

  #showWhoAndWhy(context: CallContext, reader: Reader): void {
    this.#name.textContent = context.callerName;
    speakIn(this.#name, context.locale);
    this.#reason.replaceChildren(...reasonOf(context, reader));
    this.#facts.replaceChildren(...factsOf(context, reader));
  }
}

function reasonOf({ reason: { id, text }, locale }: CallContext, reader: Reader): readonly Node[] {
  const kind = element("span", { text: reasonWords(id, reader) });
  if (text === undefined) return [kind];
  return [kind, new Text(": “"), foldedWords(text, { reader, locale }), new Text("”")];
}

function greetingOf({ callerName, reason }: CallContext, reader: Reader): string {
  return reader.words.about(callerName, reasonWords(reason.id, reader));
}

/** The reason's name where the labels have one. */
function reasonWords(id: string, { labels }: Reader): string {
  const names = labels.find(({ kind }) => kind === "reason")?.values ?? {};
  return (Object.hasOwn(names, id) && names[id]) || humanised(id);
}

/** A call that was over before the page opened is another one than the agent's, or one of before. */
function wordsFor({ status }: CallContext, { words }: Reader, isNew: boolean): string {
  return (isNew && words.used[status]) || words.status[status];
}

/** The entries of a call's timeline. */
function timelineOf(entries: readonly TimelineEntry[], reader: Reader): readonly Node[] {
  return entries.map((entry) => {
    const time = element("time", { text: new Date(entry.at).toLocaleTimeString(reader.locale) });
    time.dateTime = entry.at;
    return element("li", {}, time, element("span", {}, ...wordsOf(entry, reader)));
  });
}

function wordsOf(entry: TimelineEntry, reader: Reader): readonly Node[] {
  if (entry.type === "status") return [new Text(reader.words.timeline[entry.status])];
  return [new Text(reader.words.note), foldedWords(entry.text, { reader })];
}
