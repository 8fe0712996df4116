import { asidesOf } from "../asides/asides.ts";
import type { CallForm } from "../form/call-form.ts";
import type { Words } from "../form/words.ts";
import { changeIntentName, changeSlotName, correctedSlotName, everythingId } from "../intents.ts";
import { languageWordsOf } from "../sentences/language-words-of.ts";
import type { IntentModel, SlotTypeModel } from "./interaction-model.ts";
import { slotValue } from "./slot-value.ts";
import { spokenForm } from "./spoken-form.ts";

export const changeTypeName = "CallPart";

const corrected = correctedSlotName({ id: changeSlotName });

export function changeIntent({ language }: Words): IntentModel {
  const { change, changeMayDeny, changeSomething } = asidesOf(language);
  return {
    name: changeIntentName,
    slots: [changeSlotName, corrected].map((name) => ({ name, type: changeTypeName, samples: [] })),
    samples: [
      ...changeSomething,
      ...change.map((text) => {
        const slot = changeMayDeny.includes(text) ? corrected : changeSlotName;
        return text.replace("{…}", `{${slot}}`);
      }),
    ],
  };
}

/** The fields by what callers call them, and everything. */
export function changeType({ fields }: CallForm, words: Words): SlotTypeModel {
  const { everything, called } = asidesOf(words.language);
  const { noun } = languageWordsOf(words.language);
  const said = new Set<string>();
  const partOf = (id: string, texts: readonly string[]) => {
    const [value = id, ...synonyms] = texts.filter((text) => {
      const isNew = !said.has(spokenForm(text));
      said.add(spokenForm(text));
      return isNew;
    });
    return slotValue(id, value, synonyms);
  };
  const parts = fields.map(({ id, kind }) => {
    const nouns = (words.fields[id]?.called ?? []).map(noun);
    const forms = nouns.flatMap(({ bare, mine, the }) => [bare, mine, the]);
    return partOf(id, [...forms.map((text) => text.toLowerCase()), ...(called[kind] ?? [])]);
  });
  return { name: changeTypeName, values: [...parts, partOf(everythingId, everything)] };
}
