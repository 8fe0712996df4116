import type { CallForm } from "@skill-call/call-form";
import { type InteractionModel, interactionModelOf } from "@skill-call/call-form/models";
import { fixedIntents } from "./fixed-intents.ts";

/** The interaction models that follow from a call form, by locale: the form's intents, and those of every skill. */
export function generatedModels(form: CallForm): ReadonlyMap<string, InteractionModel> {
  return new Map(
    form.words.map((words) => [
      words.locale,
      interactionModelOf(form, words, fixedIntents(words.language)),
    ]),
  );
}
