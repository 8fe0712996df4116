/** An interaction model as Alexa takes it (Skill Management API, "Interaction Model Schema"), as far as forms need it. */
export interface InteractionModel {
  readonly interactionModel: {
    readonly languageModel: {
      readonly invocationName: string;
      readonly intents: readonly IntentModel[];
      readonly types: readonly SlotTypeModel[];
    };
    readonly dialog: {
      readonly delegationStrategy: "SKILL_RESPONSE";
      readonly intents: readonly DialogIntentModel[];
    };
    readonly prompts: readonly PromptModel[];
  };
}

export interface IntentModel {
  readonly name: string;
  readonly slots?: readonly SlotModel[];
  readonly samples: readonly string[];
}

export interface SlotModel {
  readonly name: string;
  readonly type: string;
  readonly samples?: readonly string[];
}

export interface SlotTypeModel {
  readonly name: string;
  readonly values: readonly SlotValueModel[];
}

export interface SlotValueModel {
  readonly id: string;
  readonly name: { readonly value: string; readonly synonyms?: readonly string[] };
}

export interface DialogIntentModel {
  readonly name: string;
  readonly delegationStrategy: "SKILL_RESPONSE";
  readonly confirmationRequired: boolean;
  readonly prompts: { readonly confirmation?: string };
  readonly slots: readonly DialogSlotModel[];
}

export interface DialogSlotModel {
  readonly name: string;
  readonly type: string;
  readonly elicitationRequired: boolean;
  readonly confirmationRequired: boolean;
  readonly prompts: { readonly elicitation?: string };
  readonly validations?: readonly {
    readonly type: "hasEntityResolutionMatch";
    readonly prompt: string;
  }[];
}

export interface PromptModel {
  readonly id: string;
  readonly variations: readonly { readonly type: "PlainText"; readonly value: string }[];
}
