import type { JsonPath } from "../finding.ts";
import type { PackageRule } from "../rule.ts";
import type { InteractionModel, LocaleModel } from "../skill-package.ts";

/** What has to be the same in every locale, as one fact per line. */
type Facts = ReadonlyMap<string, JsonPath>;

/** Every locale has the same intents, slots, types, ids, prompts and dialog; only the words differ. */
export const localeParity: PackageRule = {
  name: "locale-parity",
  *check({ models }) {
    const [reference, ...others] = models;
    if (!reference) return;
    const expected = factsOf(reference.content);
    for (const other of others) {
      const found = factsOf(other.content);
      yield* differences(other, missing(expected, found), `is in ${reference.locale} only`);
      yield* differences(other, missing(found, expected), `is not in ${reference.locale}`);
    }
  },
};

function* differences({ file }: LocaleModel, facts: Facts, what: string) {
  for (const [fact, path] of facts) yield { file, path, message: `${fact} ${what}` };
}

function missing(from: Facts, others: Facts): Facts {
  return new Map([...from].filter(([fact]) => !others.has(fact)));
}

function factsOf({ interactionModel }: InteractionModel): Facts {
  const { languageModel, dialog, prompts = [] } = interactionModel;
  const intents = ["interactionModel", "languageModel", "intents"];
  const types = ["interactionModel", "languageModel", "types"];
  return new Map<string, JsonPath>([
    ...languageModel.intents.flatMap((intent): [string, JsonPath][] => [
      [`intent ${intent.name}`, intents],
      ...(intent.slots ?? []).map((slot): [string, JsonPath] => [
        `slot ${intent.name}.${slot.name} of type ${slot.type}`,
        intents,
      ]),
    ]),
    ...(languageModel.types ?? []).flatMap((type): [string, JsonPath][] => [
      [`slot type ${type.name}`, types],
      ...(type.values ?? []).map((value): [string, JsonPath] => [
        `id ${value.id} of slot type ${type.name}`,
        types,
      ]),
    ]),
    ...prompts.map((prompt): [string, JsonPath] => [
      `prompt ${prompt.id}`,
      ["interactionModel", "prompts"],
    ]),
    ...dialogFacts(dialog),
  ]);
}

function dialogFacts(dialog: InteractionModel["interactionModel"]["dialog"]): [string, JsonPath][] {
  if (!dialog) return [];
  const path = ["interactionModel", "dialog"];
  return [
    [`delegation strategy ${dialog.delegationStrategy}`, path],
    ...(dialog.intents ?? []).flatMap((intent): [string, JsonPath][] => [
      [`dialog of ${rulesOf(intent)}`, path],
      ...(intent.slots ?? []).map((slot): [string, JsonPath] => [
        `dialog of ${intent.name}.${rulesOf(slot)}`,
        path,
      ]),
    ]),
  ];
}

/** A dialog rule without its place: the same words mean the same behaviour. */
function rulesOf(rule: { readonly name: string }): string {
  const { name, ...rest } = { ...rule, slots: undefined };
  return `${name} ${JSON.stringify(rest)}`;
}
