import { createHash } from "node:crypto";
import * as v from "valibot";
import { InvalidModelError } from "../alexa-error.ts";
import type {
  DialogModel,
  DialogSlotModel,
  InteractionModel,
  SlotModel,
  SlotTypeModel,
} from "./interaction-model.ts";
import {
  type InteractionModelDocument,
  interactionModelSchema,
} from "./interaction-model-schema.ts";
import { modelMistakes } from "./model-mistakes.ts";
import { parseSample } from "./sample.ts";

type Document = InteractionModelDocument["interactionModel"];
type DialogIntent = Document["dialog"]["intents"][number];
type DialogSlot = DialogIntent["slots"][number];

const alreadyRead = new WeakSet<object>();

/**
 * Reads the JSON of an interaction model, of any skill. One that this function has answered is answered as it is:
 * many devices with one model need not read its thousands of samples again.
 * @throws {InvalidModelError} with every mistake that would leave Alexa speechless
 */
export function readInteractionModel(json: unknown): InteractionModel {
  if (isRead(json)) return json;
  const parsed = v.safeParse(interactionModelSchema, json);
  if (!parsed.success) throw new InvalidModelError(parsed.issues.map(mistake));
  const model = modelOf(parsed.output.interactionModel);
  const mistakes = modelMistakes(model);
  if (mistakes.length > 0) throw new InvalidModelError(mistakes);
  alreadyRead.add(model);
  return model;
}

function isRead(json: unknown): json is InteractionModel {
  return typeof json === "object" && json !== null && alreadyRead.has(json);
}

function mistake(issue: v.BaseIssue<unknown>): string {
  return `${v.getDotPath(issue) ?? "the document"}: ${issue.message}`;
}

function modelOf({ languageModel, dialog, prompts }: Document): InteractionModel {
  const { invocationName, intents, types } = languageModel;
  return {
    invocationName,
    intents: intents.map(({ slots, samples, ...intent }) => ({
      ...intent,
      slots: slots.map(slotOf),
      samples: samples.map(parseSample),
    })),
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

type Slot = Document["languageModel"]["intents"][number]["slots"][number];

function slotOf({ multipleValues, samples, ...slot }: Slot): SlotModel {
  return { ...slot, takesSeveral: multipleValues.enabled, samples: samples.map(parseSample) };
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
  strategy: DialogModel["delegationStrategy"] | null | undefined,
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
      values: value === undefined || value === null ? values : [value],
    })),
  };
}

function byName<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item> {
  return new Map(items.map((item) => [nameOf(item), item]));
}
