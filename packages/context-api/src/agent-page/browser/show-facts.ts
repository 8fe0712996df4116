import type { CallContext } from "./call-context.ts";
import { copyButton } from "./copy-button.ts";
import { element } from "./elements.ts";
import { languageWords } from "./words.ts";

/** The facts about a caller, for the page's description list. */
export function factsOf(context: CallContext): readonly Node[] {
  return [
    fact("Account", ...accountOf(context)),
    fact("Phone number", ...shownField(context, { field: "callerNumber", name: "phone number" })),
    fact("Language", new Text(languageWords(context.locale))),
    fact("Told Alexa", timeSince(context.createdAt)),
  ];
}

function fact(name: string, ...value: readonly Node[]): Node {
  return element("div", {}, element("dt", { text: name }), element("dd", {}, ...value));
}

function accountOf(context: CallContext): readonly Node[] {
  if (context.accountId === undefined) return [new Text("Not given")];
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
  if (value === undefined) return [new Text("Not known")];
  return context.masked.includes(field)
    ? maskedValue(value)
    : [element("bdi", { text: value }), copyButton(name, value)];
}

/** `••••1-Q`, which is read out as "ends in 1-Q", and why it is not whole. */
function maskedValue(value: string): readonly Node[] {
  const [, dots = "", end = ""] = /^(•*)(.*)$/su.exec(value) ?? [];
  const bullets = element("span", { text: dots });
  bullets.ariaHidden = "true";
  return [
    element("span", { text: end === "" ? "hidden" : "ends in ", className: "spoken" }),
    bullets,
    element("bdi", { text: end }),
    element("span", { text: "Shown in part", className: "mark" }),
  ];
}

/** A time whose words `tellTime` keeps true. */
function timeSince(at: string): HTMLTimeElement {
  const time = element("time");
  time.dateTime = at;
  time.dataset.since = at;
  return time;
}
