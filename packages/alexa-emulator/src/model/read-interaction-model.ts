import { createHash } from "node:crypto";
import * as v from "valibot";
import { InvalidModelError } from "../alexa-error.ts";
import type {
  DialogModel,
  DialogSlotModel,
  InteractionModel,
  SlotTypeModel,
} from "./interaction-model.ts";
import {
  type InteractionModelDocument,
  interactionModelSchema,
} from "./interaction-model-schema.ts";
import { modelMistakes } from "./model-mistakes.ts";

type Document = InteractionModelDocument["interactionModel"];
type DialogIntent = Document["dialog"]["intents"][number];
type DialogSlot = DialogIntent["slots"][number];

/**
 * Reads the JSON of an interaction model, of any skill.
 * @throws {InvalidModelError} with every mistake that would leave Alexa speechless
 */
export function readInteractionModel(json: unknown): InteractionModel {
  const parsed = v.safeParse(interactionModelSchema, json);
  if (!parsed.success) throw new InvalidModelError(parsed.issues.map(mistake));
  const model = modelOf(parsed.output.interactionModel);
  const mistakes = modelMistakes(model);
  if (mistakes.length > 0) throw new InvalidModelError(mistakes);
  return model;
}

function mistake(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? "the document"}: ${issue.message}`;
}

function modelOf({ languageModel, dialog, prompts }: Document): InteractionModel {
  const { invocationName, intents, types } = languageModel;
  return {
    invocationName,
    intents,
    slotTypes: byName(types.map(slotTypeOf), ({ name }) => name),
    dialogs: new Map(
      dialog.intents.map((intent) => [intent.name, dialogOf(intent, dialog.delegationStrategy)]),
    ),
    prompts: byName(
      prompts.map(({ id, variations }) => ({
        id,
        variations: variations.map(({ type, value }) => ({ type, text: value })),
      })),
      ({ id }) => id,
    ),
  };
}

function slotTypeOf({ name, values }: Document["languageModel"]["types"][number]): SlotTypeModel {
  return {
    name,
    values: values.map(({ id, name: { value, synonyms } }) => ({
      id: id ?? generatedId(value),
      value,
      synonyms,
    })),
  };
}

/** Amazon gives a value without an id the MD5 of its name. */
function generatedId(value: string): string {
  return createHash("md5").update(value).digest("hex");
}

function dialogOf(
  intent: DialogIntent,
  strategy: DialogModel["delegationStrategy"] | undefined,
): DialogModel {
  return {
    delegationStrategy: intent.delegationStrategy ?? strategy ?? "SKILL_RESPONSE",
    confirmationPrompt: intent.confirmationRequired
      ? (intent.prompts.confirmation ?? "")
      : undefined,
    slots: intent.slots.map(dialogSlotOf),
  };
}

function dialogSlotOf(slot: DialogSlot): DialogSlotModel {
  const { name, prompts, validations } = slot;
  return {
    name,
    elicitationPrompt: slot.elicitationRequired ? (prompts.elicitation ?? "") : undefined,
    confirmationPrompt: slot.confirmationRequired ? (prompts.confirmation ?? "") : undefined,
    validations: validations.map(({ type, prompt, value, values }) => ({
      type,
      prompt,
      values: value === undefined ? values : [value],
    })),
  };
}

function byName<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item> {
  return new Map(items.map((item) => [nameOf(item), item]));
}
