import * as v from "valibot";

const strings = v.nullish(v.array(v.string()), []);
const strategy = v.nullish(v.picklist(["ALWAYS", "SKILL_RESPONSE"]));
const flag = v.nullish(v.boolean(), false);

const slot = v.object({
  name: v.string(),
  // A type that another skill shares is only referred to.
  type: v.nullish(v.string(), ""),
  samples: strings,
  multipleValues: v.nullish(v.object({ enabled: flag }), { enabled: false }),
});

const intent = v.object({
  name: v.string(),
  slots: v.nullish(v.array(slot), []),
  samples: strings,
});

const slotType = v.object({
  name: v.string(),
  values: v.nullish(
    v.array(
      v.object({
        // The skill builder writes text; people write numbers.
        id: v.nullish(v.pipe(v.union([v.string(), v.number()]), v.transform(String))),
        name: v.object({ value: v.string(), synonyms: strings }),
      }),
    ),
    [],
  ),
});

const validation = v.object({
  type: v.string(),
  prompt: v.string(),
  value: v.nullish(v.string()),
  values: strings,
});

const dialogSlot = v.object({
  name: v.string(),
  elicitationRequired: flag,
  confirmationRequired: flag,
  prompts: v.nullish(
    v.object({ elicitation: v.nullish(v.string()), confirmation: v.nullish(v.string()) }),
    {},
  ),
  validations: v.nullish(v.array(validation), []),
});

const dialogIntent = v.object({
  name: v.string(),
  delegationStrategy: strategy,
  confirmationRequired: flag,
  prompts: v.nullish(v.object({ confirmation: v.nullish(v.string()) }), {}),
  slots: v.nullish(v.array(dialogSlot), []),
});

const prompt = v.object({
  id: v.string(),
  variations: v.pipe(
    v.array(
      v.object({
        type: v.nullish(v.picklist(["PlainText", "SSML"]), "PlainText"),
        value: v.string(),
      }),
    ),
    v.minLength(1),
  ),
});

const interactionModel = v.object({
  languageModel: v.object({
    invocationName: v.string(),
    intents: v.array(intent),
    types: v.nullish(v.array(slotType), []),
  }),
  dialog: v.nullish(
    v.object({ delegationStrategy: strategy, intents: v.nullish(v.array(dialogIntent), []) }),
    {},
  ),
  prompts: v.nullish(v.array(prompt), []),
});

/**
 * What the emulator needs of a file in `interactionModels/custom`; anything else in it is left alone. The skill
 * builder's first exports had no `interactionModel` around it.
 */
export const interactionModelSchema = v.pipe(
  v.looseObject({}),
  v.transform((file) => ("languageModel" in file ? { interactionModel: file } : file)),
  v.object({ interactionModel }),
);

export type InteractionModelDocument = v.InferOutput<typeof interactionModelSchema>;
