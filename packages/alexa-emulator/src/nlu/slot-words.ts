import type { Language } from "../languages/language.ts";
import { type EntityResolver, hasMatch, type Resolutions } from "./entity-resolution.ts";
import type { LocalTime } from "./local-time.ts";
import { spelledCharacters, spelledDigits } from "./spelled.ts";
import { ordinalOf, spokenDate } from "./spoken-date.ts";
import { spokenDuration } from "./spoken-duration.ts";
import { spokenTime } from "./spoken-time.ts";
import { part, spoken, type Utterance, wordKey, words } from "./utterance.ts";

/** What a slot got out of the words said for it. */
export interface SlotWords {
  readonly value: string;
  readonly resolutions?: Resolutions;
  /** Each of the values, where the slot takes several and got several; `value` is all of them. */
  readonly values?: readonly SlotWords[];
  /**
   * How sure it is that the words belong to the slot: `known` is a value or synonym of the model or of the built-in
   * type, `typed` has the form of its type, `open` is anything.
   */
  readonly certainty: "known" | "typed" | "open";
}

/** Takes words for a slot of this type, or refuses them. */
export type TakeSlotWords = (slotType: string, said: Utterance) => SlotWords | undefined;

/** How the built-in types read words, and refuse the others; a type that is not here takes any words as they are. */
type ReadValue = (
  said: Utterance,
  language: Language,
  today: () => LocalTime,
) => string | undefined;
const builtInTypes: ReadonlyMap<string, ReadValue> = new Map<string, ReadValue>([
  ["AMAZON.FirstName", firstName],
  ["AMAZON.US_FIRST_NAME", firstName],
  ["AMAZON.GB_FIRST_NAME", firstName],
  ["AMAZON.DE_FIRST_NAME", firstName],
  ["AMAZON.AlphaNumeric", (said, { numbers }) => spelledCharacters(said, numbers)],
  ["AMAZON.NUMBER", number],
  ["AMAZON.FOUR_DIGIT_NUMBER", (said, { numbers }) => fourDigits(spelledDigits(said, numbers))],
  ["AMAZON.Ordinal", ordinal],
  ["AMAZON.DATE", (said, language, today) => spokenDate(said, language, today())],
  ["AMAZON.TIME", spokenTime],
  ["AMAZON.DURATION", spokenDuration],
  ["AMAZON.PhoneNumber", (said, { numbers }) => spelledDigits(said, numbers)],
]);

const timeTypes: ReadonlySet<string> = new Set(["AMAZON.DATE", "AMAZON.TIME", "AMAZON.DURATION"]);

/** @param today where the device stands */
export function slotWordsOf(
  language: Language,
  resolve: EntityResolver,
  today: () => LocalTime,
): TakeSlotWords {
  return (slotType, said) => {
    if (said.tokens.length === 0) return undefined;
    const text = spoken(said);
    const resolutions = resolve(slotType, text);
    if (resolutions && hasMatch(resolutions))
      return { value: text, resolutions, certainty: "known" };
    if (language.lists.get(slotType)?.has(wordKey(said)))
      return { value: text, certainty: "known" };
    const typed = builtInTypes.get(slotType)?.(said, language, today);
    if (typed !== undefined)
      return { value: typed, ...(resolutions && { resolutions }), certainty: "typed" };
    return takesAnyWords(slotType)
      ? { value: text, ...(resolutions && { resolutions }), certainty: "open" }
      : undefined;
  };
}

/** Types with a form of their own take no other words, but for times: Alexa knows many more than the emulator reads. */
function takesAnyWords(slotType: string): boolean {
  return timeTypes.has(slotType) || !builtInTypes.has(slotType);
}

/** Whether a bare slot of this type takes words that it does not know: Alexa's own lists are longer than these. */
export function isOpenList(slotType: string): boolean {
  return (
    slotType.startsWith("AMAZON.") &&
    slotType !== "AMAZON.SearchQuery" &&
    !builtInTypes.has(slotType)
  );
}

/** One name, or up to five, such as Mary Ann or Juan Carlos de la Vega: letters only; digits are none, however they are spelled. */
function firstName(said: Utterance, { numbers }: Language): string | undefined {
  if (/\d/.test(spelledCharacters(said, numbers) ?? "")) return undefined;
  const name = spoken(said);
  return /^[\p{L}\p{M}'’-]+( [\p{L}\p{M}'’-]+){0,4}$/u.test(name) ? name : undefined;
}

/** "forty two", "minus three", "three point one four". */
function number(said: Utterance, { numbers, decimals }: Language): string | undefined {
  const all = words(said);
  const sign = decimals.minus.includes(all[0] ?? "") || /^-\d/.test(spoken(said)) ? "-" : "";
  const start = decimals.minus.includes(all[0] ?? "") ? 1 : 0;
  const spokenPoint = all.findIndex((word) => decimals.point.includes(word));
  const point = spokenPoint < 0 ? all.length : spokenPoint;
  const typed = /^-?(\d+)[.,](\d+)$/.exec(spoken(said));
  if (typed) return `${sign}${Number(`${typed[1]}.${typed[2]}`)}`;
  const whole = withoutLeadingZeros(spelledDigits(part(said, start, point), numbers));
  const fraction = spelledDigits(part(said, point + 1), numbers);
  if (spokenPoint < 0) return whole && `${sign}${whole}`;
  return fraction && `${sign}${whole ?? "0"}.${fraction}`;
}

function ordinal(said: Utterance, language: Language): string | undefined {
  const all = words(said);
  const last = ordinalOf(all.at(-1) ?? "", language.dates);
  if (last === undefined) return undefined;
  if (all.length === 1) return String(last);
  // "twenty first"
  const tens = spelledDigits(part(said, 0, all.length - 1), language.numbers);
  return tens && last < 10 ? String(Number(tens) + last) : undefined;
}

function withoutLeadingZeros(digits: string | undefined): string | undefined {
  return digits?.replace(/^0+(?=\d)/, "");
}

function fourDigits(digits: string | undefined): string | undefined {
  return digits?.length === 4 ? digits : undefined;
}
