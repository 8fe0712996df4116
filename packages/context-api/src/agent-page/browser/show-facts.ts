import { element } from "@skill-call/page-dom";
import type { CallContext } from "./call-context.ts";
import { groupedNumber, isDiallable } from "./phone-number.ts";
import type { Reader } from "./reader.ts";
import { ownFacts } from "./show-own-facts.ts";
import { languageName } from "./time-and-language.ts";

/** The facts about a caller, for a description list. */
export function factsOf(context: CallContext, reader: Reader): readonly Node[] {
  const { facts } = reader.words;
  return [
    fact(facts.account, ...accountOf(context, reader)),
    fact(facts.number, ...numberOf(context, reader)),
    ...ownFacts(context, reader).map(({ label, value }) => fact(label, ...value)),
    fact(facts.language, new Text(languageName(context.locale, reader.locale))),
    fact(facts.since, timeSince(context.createdAt)),
  ];
}

function fact(name: string, ...value: readonly Node[]): Node {
  return element("div", {}, element("dt", { text: name }), element("dd", {}, ...value));
}

function accountOf(context: CallContext, reader: Reader): readonly Node[] {
  const { accountId, masked } = context;
  const { words } = reader;
  if (accountId === undefined) return [new Text(words.facts.notGiven)];
  if (masked.includes("accountId"))
    return [...maskedValue(accountId, reader), markOf(context, reader)];
  return [
    element("bdi", { text: accountId }),
    copyButton({ field: "accountId", name: words.facts.account, value: accountId }, reader),
    markOf(context, reader),
    ...accountLinkOf(accountId, reader),
  ];
}

function accountLinkOf(accountId: string, { accountLink, words }: Reader): readonly Node[] {
  if (accountLink === undefined) return [];
  const link = element("a", { text: words.openAccount, className: "mark" });
  link.href = accountLink.replaceAll("{accountId}", encodeURIComponent(accountId));
  link.target = "_blank";
  link.rel = "noreferrer";
  return [link];
}

/** Never by colour alone. */
function markOf({ accountIdVerified }: CallContext, { words }: Reader): Node {
  return accountIdVerified
    ? element("span", { text: words.verified, className: "mark mark-verified" })
    : element("span", { text: words.notVerified, className: "mark mark-unverified" });
}

function numberOf({ callerNumber, masked }: CallContext, reader: Reader): readonly Node[] {
  const { words } = reader;
  if (callerNumber === undefined) return [new Text(words.facts.notKnown)];
  if (masked.includes("callerNumber")) return maskedValue(callerNumber, reader);
  const name = words.facts.number;
  return [
    numberLink(callerNumber),
    copyButton({ field: "callerNumber", name, value: callerNumber }, reader),
  ];
}

/** A number, grouped, that can be called back. */
export function numberLink(number: string): Node {
  if (!isDiallable(number)) return element("bdi", { text: number });
  const link = element("a", { text: groupedNumber(number) });
  link.href = `tel:${number}`;
  return link;
}

/** `••••1-Q`, which is read out as "ends in 1-Q", and why it is not whole. */
function maskedValue(value: string, { words }: Reader): readonly Node[] {
  const [, dots = "", end = ""] = /^(•*)(.*)$/su.exec(value) ?? [];
  const bullets = element("span", { text: dots });
  bullets.ariaHidden = "true";
  return [
    element("span", { text: end === "" ? words.hidden : words.endsIn, className: "spoken" }),
    bullets,
    element("bdi", { text: end }),
    element("span", { text: words.shownInPart, className: "mark" }),
  ];
}

/** A time whose words `tellTime` keeps true. */
function timeSince(at: string): HTMLTimeElement {
  const time = element("time");
  time.dateTime = at;
  time.dataset.since = at;
  return time;
}

/** Milliseconds that a button says that it was done. */
const doneMs = 2000;

interface Copyable {
  /** Such as `accountId`. */
  readonly field: string;
  /** What a reader calls it. */
  readonly name: string;
  readonly value: string;
}

/** A button that copies a value. */
function copyButton({ field, name, value }: Copyable, reader: Reader): HTMLButtonElement {
  const { words, say, onCopied } = reader;
  const button = element("button", { text: words.copy });
  button.type = "button";
  button.setAttribute("aria-label", words.copyWhat(name));
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(value);
      say(words.copiedWhat(name), false);
      onCopied(field);
      button.textContent = words.copied;
      setTimeout(() => {
        button.textContent = words.copy;
      }, doneMs);
    } catch {
      say(words.cannotCopy(name), true);
    }
  });
  return button;
}
