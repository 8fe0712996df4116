import type { Language } from "../languages/language.ts";
import { languageOf } from "../languages/language-of.ts";
import type { InteractionModel } from "../model/interaction-model.ts";
import { readInteractionModel } from "../model/read-interaction-model.ts";
import type { DynamicEntities } from "../response/dynamic-entities.ts";
import { type EntityResolver, entityResolver } from "./entity-resolution.ts";
import { readInvocation } from "./invocation.ts";
import type { LocalTime } from "./local-time.ts";
import { bestOf, guessScore, type Understand, type Understanding, understandBy } from "./nlu.ts";
import { slotWordsOf } from "./slot-words.ts";
import { type Utterance, wordKey } from "./utterance.ts";
import { type YesOrNo, yesOrNoIn } from "./yes-or-no.ts";

/** All that is needed to make sense of what people say to one skill in one language. */
export interface Ears {
  readonly model: InteractionModel;
  readonly language: Language;
  readonly understand: Understand;
  readonly yesOrNo: YesOrNo;
  readonly resolve: EntityResolver;
  readonly hearing: Hearing;
}

/** Where and in which language is heard. */
interface Hearing {
  readonly language: Language;
  readonly skillId: string;
  /** Where the device stands. */
  readonly today: () => LocalTime;
}

/** The skill was called by its name. */
export interface Called {
  /** What for; absent where it was only opened, or nothing fits the request. */
  readonly request?: Understanding;
  /** With a verb such as "open" or "ask" before the name. */
  readonly isAddressed: boolean;
}

/**
 * @throws {InvalidModelError} when the model cannot be used
 * @throws {UnknownLocaleError} when the emulator does not speak the locale's language
 */
export function earsFor(
  model: unknown,
  { locale, skillId, today }: Omit<Hearing, "language"> & { readonly locale: string },
): Ears {
  return earsOf(readInteractionModel(model), { language: languageOf(locale), skillId, today });
}

/** Ears that know these values of slot types, too. */
export function withEntities({ model, hearing }: Ears, entities: DynamicEntities): Ears {
  return earsOf(model, hearing, entities);
}

function earsOf(model: InteractionModel, hearing: Hearing, entities: DynamicEntities = []): Ears {
  const { language, skillId, today } = hearing;
  const resolve = entityResolver(model.slotTypes, skillId, entities);
  const understand = understandBy(model, language, slotWordsOf(language, resolve, today));
  return { model, language, understand, yesOrNo: yesOrNoIn(model, language), resolve, hearing };
}

/** Whether the words call the skill by its name, and for what. */
export function called(said: Utterance, ears: Ears): Called | undefined {
  const { model, language, understand } = ears;
  const invocation = readInvocation(said, model.invocationName, language.invocation);
  if (!invocation) return undefined;
  const request = bestOf(invocation.requests.map((each) => understand(each)));
  return { isAddressed: invocation.isAddressed, ...(request && { request }) };
}

/** Whether the words leave any skill at once. */
export function leavesSkill(said: Utterance, { language, understand }: Ears): boolean {
  const stop = language.builtInUtterances["AMAZON.StopIntent"] ?? [];
  const leaving = new Set([...language.exit, ...stop].map(wordKey));
  if (!leaving.has(wordKey(said))) return false;
  const isMeantForTheSkill = (understand(said)?.score ?? 0) > guessScore;
  return !isMeantForTheSkill;
}
