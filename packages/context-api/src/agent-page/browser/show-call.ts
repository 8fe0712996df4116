import { announce } from "./announce.ts";
import type { CallContext, CallSnapshot } from "./call-context.ts";
import { byId } from "./elements.ts";
import { factsOf } from "./show-facts.ts";
import { timelineOf } from "./show-timeline.ts";
import { howLongAgo, reasonWords, statusWords } from "./words.ts";

/** Shows a call, and says what is new about it; `again` where another message stood in its place. */
export function showCall({ context, timeline }: CallSnapshot, again: boolean): void {
  const call = byId("call");
  const isNew = call.hidden;
  const isChanged = byId("call-status").textContent !== statusWords[context.status];
  byId("caller-name").textContent = context.callerName;
  byId("reason").textContent = reasonOf(context);
  byId("call-status").textContent = statusWords[context.status];
  byId("timeline").replaceChildren(...timelineOf(timeline.entries));
  if (isNew) byId("facts").replaceChildren(...factsOf(context));
  call.hidden = false;
  tellTime();
  if (isNew) announce(greetingOf(context));
  else if (isChanged || again) announce(`${statusWords[context.status]}.`);
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

function reasonOf({ reason: { id, text } }: CallContext): string {
  return text === undefined ? reasonWords(id) : `${reasonWords(id)}: “${text}”`;
}

function greetingOf({ callerName, reason, status }: CallContext): string {
  const call = `${callerName}, about: ${reasonWords(reason.id)}.`;
  return `${call} ${statusWords[status]}.`;
}
