import { type CallForm, CallFormError, type FormMistake } from "@skill-call/call-form";
import { type StockSentences, stockSentences } from "./stock-sentences.ts";

/** The groups of sentences that a form's author may replace, one by one. */
const groups = ["remarks", "announcements", "failures", "farewells"] as const;

/** A caller in danger hears the same sentence from every skill. */
const fixed = ["farewells.emergency", "farewells.crisis", "remarks.no-emergency"];

const replaceable = [
  "consentNeeded",
  ...groups.flatMap((group) =>
    Object.keys(stockSentences.en[group]).map((name) => `${group}.${name}`),
  ),
].filter((name) => !fixed.includes(name));

/** The skill's sentences with those of a form's author in their places: `failures.profile.timeout`. */
export function withOwnSentences(
  stock: StockSentences,
  own: Readonly<Record<string, string>>,
): StockSentences {
  if (Object.keys(own).length === 0) return stock;
  const replaced = groups.map((group) => {
    const sentences = Object.entries<string>(stock[group]).map(([name, text]) => [
      name,
      replaceable.includes(`${group}.${name}`) ? (own[`${group}.${name}`] ?? text) : text,
    ]);
    return [group, Object.fromEntries(sentences)];
  });
  const { consentNeeded = stock.consentNeeded } = own;
  return { ...stock, ...Object.fromEntries(replaced), consentNeeded };
}

/** @throws {CallFormError} for sentences that the skill does not have */
export function checkOwnSentences({ words }: CallForm): void {
  const mistakes = words.flatMap(({ locale, sentences }) =>
    Object.keys(sentences)
      .filter((name) => !replaceable.includes(name))
      .map(
        (name): FormMistake => ({
          document: `words/${locale}.json`,
          pointer: `/sentences/${name}`,
          problem: "is not a sentence of the skill that can be replaced",
        }),
      ),
  );
  if (mistakes.length > 0) throw new CallFormError(mistakes);
}
