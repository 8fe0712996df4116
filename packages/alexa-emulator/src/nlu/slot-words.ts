import type { Language } from "../languages/language.ts";
import { type EntityResolver, hasMatch, type Resolutions } from "./entity-resolution.ts";
import { spelledCharacters, spelledDigits } from "./spelled.ts";
import { spokenDate } from "./spoken-date.ts";
import { spoken, type Utterance } from "./utterance.ts";

/** What a slot got out of the words said for it. */
export interface SlotWords {
  readonly value: string;
  readonly resolutions?: Resolutions;
  /**
   * How sure it is that the words belong to the slot: `known` is a value or synonym of the model, `typed` has
   * the form of its type, `open` is anything.
   */
  readonly certainty: "known" | "typed" | "open";
}

/** Takes words for a slot of this type, or refuses them. */
export type TakeSlotWords = (slotType: string, said: Utterance) => SlotWords | undefined;

/** Takes other words as they are: Alexa knows many more dates than the emulator reads. */
const dateType = "AMAZON.DATE";

/** How the built-in types read words, and refuse the others; a type that is not here takes any words as they are. */
type ReadValue = (said: Utterance, language: Language) => string | undefined;
const builtInTypes: ReadonlyMap<string, ReadValue> = new Map<string, ReadValue>([
  ["AMAZON.FirstName", firstName],
  ["AMAZON.US_FIRST_NAME", firstName],
  ["AMAZON.AlphaNumeric", (said, { numbers }) => spelledCharacters(said, numbers)],
  ["AMAZON.NUMBER", (said, { numbers }) => withoutLeadingZeros(spelledDigits(said, numbers))],
  ["AMAZON.FOUR_DIGIT_NUMBER", (said, { numbers }) => fourDigits(spelledDigits(said, numbers))],
  [dateType, spokenDate],
  ["AMAZON.PhoneNumber", (said, { numbers }) => spelledDigits(said, numbers)],
]);

export function slotWordsOf(language: Language, resolve: EntityResolver): TakeSlotWords {
  return (slotType, said) => {
    if (said.tokens.length === 0) return undefined;
    const words = spoken(said);
    const resolutions = resolve(slotType, words);
    if (resolutions && hasMatch(resolutions))
      return { value: words, resolutions, certainty: "known" };
    const typed = builtInTypes.get(slotType)?.(said, language);
    const takesAny = slotType === dateType || !builtInTypes.has(slotType);
    const value = typed ?? (takesAny ? words : undefined);
    if (value === undefined) return undefined;
    const certainty = typed === undefined ? "open" : "typed";
    return resolutions ? { value, resolutions, certainty } : { value, certainty };
  };
}

/** One name or a double one, such as Mary Ann: letters only. */
function firstName(said: Utterance): string | undefined {
  const name = spoken(said);
  return /^[\p{L}\p{M}'’-]+( [\p{L}\p{M}'’-]+)?$/u.test(name) ? name : undefined;
}

function withoutLeadingZeros(digits: string | undefined): string | undefined {
  return digits?.replace(/^0+(?=\d)/, "");
}

function fourDigits(digits: string | undefined): string | undefined {
  return digits?.length === 4 ? digits : undefined;
}
