import type { CallForm } from "../form/call-form.ts";
import { choicesOf } from "../form/choices-of.ts";
import type { Field } from "../form/field.ts";
import type { Words } from "../form/words.ts";
import { grammarOf } from "../grammar/grammar-of.ts";
import { callIntentName, changeIntentName, changeSlotName } from "../intents.ts";
import { changeTypeName } from "./change-intent.ts";
import type { DialogSlotModel, InteractionModel, PromptModel } from "./interaction-model.ts";
import { slotTypeOf } from "./slot-type.ts";

const elicitation = ({ id }: Field) => `Elicit.Slot.${callIntentName}.${id}`;
const validation = ({ id }: Field) => `Validate.Slot.${callIntentName}.${id}`;
const confirmation = `Confirm.Intent.${callIntentName}`;
const change = `Elicit.Slot.${changeIntentName}.${changeSlotName}`;

/** Fields whose values a caller can be offered again. */
function isValidated({ kind }: Field): boolean {
  return kind === "reason" || kind === "choice" || kind === "yes-no";
}

/** The skill leads the dialog by itself; Alexa wants it modelled all the same. */
export function dialogOf({ fields }: CallForm): InteractionModel["interactionModel"]["dialog"] {
  return {
    delegationStrategy: "SKILL_RESPONSE",
    intents: [
      {
        name: callIntentName,
        delegationStrategy: "SKILL_RESPONSE",
        confirmationRequired: true,
        prompts: { confirmation },
        slots: fields.map(dialogSlot),
      },
      {
        name: changeIntentName,
        delegationStrategy: "SKILL_RESPONSE",
        confirmationRequired: false,
        prompts: {},
        slots: [
          {
            name: changeSlotName,
            type: changeTypeName,
            elicitationRequired: true,
            confirmationRequired: false,
            prompts: { elicitation: change },
          },
        ],
      },
    ],
  };
}

function dialogSlot(field: Field): DialogSlotModel {
  return {
    name: field.id,
    type: slotTypeOf(field),
    elicitationRequired: true,
    confirmationRequired: false,
    prompts: { elicitation: elicitation(field) },
    ...(isValidated(field) && {
      validations: [{ type: "hasEntityResolutionMatch", prompt: validation(field) }],
    }),
  };
}

/** Alexa's own questions, in the words of the form. */
export function promptsOf(form: CallForm, words: Words): PromptModel[] {
  const { language, company } = words;
  return [
    ...form.fields.flatMap((field) => promptsOfField(field, form, words)),
    prompt(
      change,
      [words.change.ask, words.change.reprompt].map((text) =>
        text.replaceAll("{company}", company.name),
      ),
    ),
    prompt(
      confirmation,
      form.fields.some(({ kind }) => kind === "reason")
        ? grammarOf(language).confirmation(company.name)
        : [words.confirmation.ask.replace("{company}", company.name).replace(/ ?\{about\}/, "")],
    ),
  ];
}

function promptsOfField(field: Field, form: CallForm, words: Words): PromptModel[] {
  const { ask = "", reprompt = "", unclear = "" } = words.fields[field.id] ?? {};
  const choices = choicesOf(form, field, words);
  const filled = (text: string) =>
    text.replaceAll("{choices}", choices).replaceAll("{company}", words.company.name);
  return [
    prompt(elicitation(field), [ask, reprompt].map(filled)),
    ...(isValidated(field) ? [prompt(validation(field), [unclear].map(filled))] : []),
  ];
}

function prompt(id: string, texts: readonly string[]): PromptModel {
  return { id, variations: texts.map((value) => ({ type: "PlainText", value })) };
}
