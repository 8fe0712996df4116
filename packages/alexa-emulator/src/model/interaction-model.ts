import type { Sample } from "./sample.ts";

/** An interaction model as the emulator works with it: everything optional has its default. */
export interface InteractionModel {
  readonly invocationName: string;
  readonly intents: readonly IntentModel[];
  readonly slotTypes: ReadonlyMap<string, SlotTypeModel>;
  /** The dialogs, by the name of their intent. */
  readonly dialogs: ReadonlyMap<string, DialogModel>;
  /** What Alexa asks, by prompt id. */
  readonly prompts: ReadonlyMap<string, PromptModel>;
}

export interface IntentModel {
  readonly name: string;
  readonly slots: readonly SlotModel[];
  readonly samples: readonly Sample[];
}

export interface SlotModel {
  readonly name: string;
  readonly type: string;
  /** It takes several values at once: "apples and pears". */
  readonly takesSeveral: boolean;
  /** Samples that count while Alexa asks for this slot. */
  readonly samples: readonly Sample[];
}

export interface SlotTypeModel {
  readonly name: string;
  readonly values: readonly SlotValueModel[];
}

export interface SlotValueModel {
  readonly id: string;
  readonly value: string;
  readonly synonyms: readonly string[];
}

/** How the slots of an intent are gathered. */
export interface DialogModel {
  /** `ALWAYS`: Alexa asks on her own; `SKILL_RESPONSE`: the skill decides at each turn. */
  readonly delegationStrategy: "ALWAYS" | "SKILL_RESPONSE";
  readonly confirmationPrompt: string | undefined;
  readonly slots: readonly DialogSlotModel[];
}

export interface DialogSlotModel {
  readonly name: string;
  /** Set where the slot has to be filled. */
  readonly elicitationPrompt: string | undefined;
  /** Set where the value has to be confirmed. */
  readonly confirmationPrompt: string | undefined;
  readonly validations: readonly ValidationModel[];
}

export interface ValidationModel {
  readonly type: string;
  /** What Alexa asks when the value does not hold. */
  readonly prompt: string;
  /** What the value is compared with. */
  readonly values: readonly string[];
}

export interface PromptModel {
  readonly id: string;
  readonly variations: readonly PromptVariation[];
}

export interface PromptVariation {
  readonly type: "PlainText" | "SSML";
  readonly text: string;
}
