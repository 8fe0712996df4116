import { announce } from "./announce.ts";
import type { CallContext, CallSnapshot } from "./call-context.ts";
import { byId, element } from "./elements.ts";
import { ownWords, speakIn } from "./own-words.ts";
import { factsOf } from "./show-facts.ts";
import { timelineOf } from "./show-timeline.ts";
import { howLongAgo, reasonWords, statusWords, usedWords } from "./words.ts";

/** Shows a call, and says what is new about it; `again` where another message stood in its place. */
export function showCall({ context, timeline }: CallSnapshot, again: boolean): void {
  const isNew = byId("call").hidden === true;
  byId("timeline").replaceChildren(...timelineOf(timeline.entries));
  const isChanged = showStatus(context, isNew);
  if (isNew) showWhoAndWhy(context);
  byId("call").hidden = false;
  tellTime();
  if (isNew) announce(greetingOf(context), "spoken");
  else if (isChanged || again) announce(`${statusWords[context.status]}.`, "spoken");
}

/** Takes every word about the caller off the page. */
export function hideCall(): void {
  byId("call").hidden = true;
  for (const id of ["caller-name", "reason", "call-status", "facts", "timeline"]) {
    byId(id).replaceChildren();
  }
}

/** Says anew how long ago things were. */
export function tellTime(): void {
  for (const time of document.querySelectorAll<HTMLTimeElement>("time[data-since]")) {
    time.textContent = howLongAgo(Date.now() - Date.parse(time.dateTime));
  }
}

/** Answers whether the status is another one than before. */
function showStatus({ status }: CallContext, isNew: boolean): boolean {
  const shown = byId("call-status");
  if (!isNew && shown.dataset.status === status) return false;
  shown.dataset.status = status;
  shown.textContent = wordsFor(status, isNew);
  return true;
}

function showWhoAndWhy(context: CallContext): void {
  const name = byId("caller-name");
  name.textContent = context.callerName;
  speakIn(name, context.locale);
  byId("reason").replaceChildren(...reasonOf(context));
  byId("facts").replaceChildren(...factsOf(context));
}

function reasonOf({ reason: { id, text }, locale }: CallContext): readonly Node[] {
  const kind = element("span", { text: reasonWords(id) });
  if (text === undefined) return [kind];
  return [kind, new Text(": “"), ownWords(text, locale), new Text("”")];
}

function greetingOf({ callerName, reason, status }: CallContext): string {
  return `${callerName}, about: ${reasonWords(reason.id)}. ${wordsFor(status, true)}.`;
}

/** A call that was over before the page opened is another one than the agent's, or one of before. */
function wordsFor(status: CallContext["status"], isNew: boolean): string {
  return (isNew && usedWords[status]) || statusWords[status];
}
