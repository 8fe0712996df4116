import * as v from "valibot";

const strings = v.optional(v.array(v.string()), []);
const strategy = v.optional(v.picklist(["ALWAYS", "SKILL_RESPONSE"]));
const flag = v.optional(v.boolean(), false);

const slot = v.object({ name: v.string(), type: v.string(), samples: strings });

const intent = v.object({
  name: v.string(),
  slots: v.optional(v.array(slot), []),
  samples: strings,
});

const slotType = v.object({
  name: v.string(),
  values: v.optional(
    v.array(
      v.object({
        id: v.optional(v.string()),
        name: v.object({ value: v.string(), synonyms: strings }),
      }),
    ),
    [],
  ),
});

const validation = v.object({
  type: v.string(),
  prompt: v.string(),
  value: v.optional(v.string()),
  values: strings,
});

const dialogSlot = v.object({
  name: v.string(),
  elicitationRequired: flag,
  confirmationRequired: flag,
  prompts: v.optional(
    v.object({ elicitation: v.optional(v.string()), confirmation: v.optional(v.string()) }),
    {},
  ),
  validations: v.optional(v.array(validation), []),
});

const dialogIntent = v.object({
  name: v.string(),
  delegationStrategy: strategy,
  confirmationRequired: flag,
  prompts: v.optional(v.object({ confirmation: v.optional(v.string()) }), {}),
  slots: v.optional(v.array(dialogSlot), []),
});

const prompt = v.object({
  id: v.string(),
  variations: v.pipe(
    v.array(
      v.object({
        type: v.optional(v.picklist(["PlainText", "SSML"]), "PlainText"),
        value: v.string(),
      }),
    ),
    v.minLength(1),
  ),
});

/** What the emulator needs of a file in `interactionModels/custom`; anything else in it is left alone. */
export const interactionModelSchema = v.object({
  interactionModel: v.object({
    languageModel: v.object({
      invocationName: v.string(),
      intents: v.array(intent),
      types: v.optional(v.array(slotType), []),
    }),
    dialog: v.optional(
      v.object({ delegationStrategy: strategy, intents: v.optional(v.array(dialogIntent), []) }),
      {},
    ),
    prompts: v.optional(v.array(prompt), []),
  }),
});

export type InteractionModelDocument = v.InferOutput<typeof interactionModelSchema>;
