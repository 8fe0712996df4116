import { promptSsml } from "../dialog/prompt.ts";
import { readSsml } from "../response/ssml.ts";
import type {
  DialogSlotModel,
  IntentModel,
  InteractionModel,
  PromptModel,
} from "./interaction-model.ts";

/** What the emulator could not work with: things that are spoken of and not there. */
export function modelMistakes(model: InteractionModel): string[] {
  return [
    ...model.intents.flatMap(sampleMistakes),
    ...model.intents.flatMap((intent) => slotTypeMistakes(intent, model)),
    ...[...model.dialogs.keys()].flatMap((name) => dialogMistakes(name, model)),
    ...[...model.prompts.values()].flatMap(promptMistakes),
  ];
}

function sampleMistakes({ name, slots, samples }: IntentModel): string[] {
  const declared = new Set(slots.map((slot) => slot.name));
  return [...samples, ...slots.flatMap((slot) => slot.samples)].flatMap(({ text, parts }) =>
    parts
      .flatMap((part) => (part.kind === "slot" && !declared.has(part.slot) ? [part.slot] : []))
      .map((slot) => `intent ${name}: sample "${text}" names slot "${slot}", which is not there`),
  );
}

function slotTypeMistakes({ name, slots }: IntentModel, { slotTypes }: InteractionModel): string[] {
  return slots
    .filter(({ type }) => type !== "" && !type.startsWith("AMAZON.") && !slotTypes.has(type))
    .map(
      (slot) => `intent ${name}: slot "${slot.name}" has type "${slot.type}", which is not there`,
    );
}

function dialogMistakes(name: string, model: InteractionModel): string[] {
  const intent = model.intents.find((each) => each.name === name);
  if (!intent) return [`dialog: there is no intent "${name}"`];
  const dialog = model.dialogs.get(name);
  const missing = (dialog?.slots ?? [])
    .filter((slot) => !intent.slots.some((each) => each.name === slot.name))
    .map((slot) => `dialog of ${name}: there is no slot "${slot.name}"`);
  const prompts = [dialog?.confirmationPrompt, ...(dialog?.slots ?? []).flatMap(promptsOf)];
  return [
    ...missing,
    ...prompts
      .filter((id) => id !== undefined && !model.prompts.has(id))
      .map((id) => `dialog of ${name}: there is no prompt "${id}"`),
  ];
}

function promptsOf(slot: DialogSlotModel): (string | undefined)[] {
  const validations = slot.validations.map(({ prompt }) => prompt);
  return [slot.elicitationPrompt, slot.confirmationPrompt, ...validations];
}

function promptMistakes({ id, variations }: PromptModel): string[] {
  return variations
    .filter(({ type }) => type === "SSML")
    .map(({ text }) => readSsml(promptSsml(text, () => "")).problem)
    .flatMap((problem) => (problem ? [`prompt "${id}": ${problem}`] : []));
}
