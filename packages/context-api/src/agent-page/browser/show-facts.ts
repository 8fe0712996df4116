import type { CallContext } from "./call-context.ts";
import { copyButton } from "./copy-button.ts";
import { element } from "./elements.ts";
import { languageWords } from "./words.ts";

/** The facts about a caller, for the page's description list. */
export function factsOf(context: CallContext): readonly Node[] {
  return [
    fact("Account", ...accountOf(context)),
    fact("Phone number", ...shownField(context, { field: "callerNumber", name: "phone number" })),
    fact("Language", document.createTextNode(languageWords(context.locale))),
    fact("Told Alexa", timeSince(context.createdAt)),
  ];
}

function fact(name: string, ...value: readonly Node[]): Node {
  return element("div", {}, element("dt", { text: name }), element("dd", {}, ...value));
}

function accountOf(context: CallContext): readonly Node[] {
  if (context.accountId === undefined) return [document.createTextNode("Not given")];
  return [...shownField(context, { field: "accountId", name: "account ID" }), markOf(context)];
}

/** Never by colour alone. */
function markOf({ accountIdVerified }: CallContext): Node {
  return accountIdVerified
    ? element("span", { text: "✓ Verified", className: "mark mark-verified" })
    : element("span", {
        text: "⚠ Not verified: ask before you rely on it",
        className: "mark mark-unverified",
      });
}

interface Field {
  readonly field: "accountId" | "callerNumber";
  readonly name: string;
}

/** A value, and a button that copies it where it is whole. */
function shownField(context: CallContext, { field, name }: Field): readonly Node[] {
  const value = context[field];
  if (value === undefined) return [document.createTextNode("Not known")];
  const text = element("span", { text: value });
  return context.masked.includes(field) ? [text] : [text, copyButton(name, value)];
}

/** A time whose words `tellTime` keeps true. */
function timeSince(at: string): HTMLTimeElement {
  const time = element("time");
  time.dateTime = at;
  time.dataset.since = at;
  return time;
}
