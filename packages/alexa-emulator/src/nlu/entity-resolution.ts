import type { SlotTypeModel, SlotValueModel } from "../model/interaction-model.ts";
import { wordKey } from "./utterance.ts";

/** How a slot's words fit the values of its type, in the shape that Alexa sends. */
export interface Resolutions {
  readonly resolutionsPerAuthority: readonly Resolution[];
}

export interface Resolution {
  readonly authority: string;
  readonly status: { readonly code: "ER_SUCCESS_MATCH" | "ER_SUCCESS_NO_MATCH" };
  /** Left out where nothing matches. */
  readonly values?: readonly { readonly value: { readonly name: string; readonly id: string } }[];
}

/** Resolves words by the name of a slot type; undefined for a type without values. */
export type EntityResolver = (slotType: string, words: string) => Resolutions | undefined;

/** @param dynamic what the skill has taught in this session: an authority of its own, before the model's */
export function entityResolver(
  slotTypes: ReadonlyMap<string, SlotTypeModel>,
  skillId: string,
  dynamic: readonly SlotTypeModel[] = [],
): EntityResolver {
  const authorities = [
    { prefix: "amzn1.er-authority.echo-sdk.dynamic", indexes: indexesOf(dynamic) },
    { prefix: "amzn1.er-authority.echo-sdk", indexes: indexesOf([...slotTypes.values()]) },
  ];
  return (slotType, words) => {
    const resolutions = authorities.flatMap(({ prefix, indexes }) => {
      const index = indexes.get(slotType);
      if (!index) return [];
      return [resolution(`${prefix}.${skillId}.${slotType}`, index.get(wordKey(words)))];
    });
    return resolutions.length === 0 ? undefined : { resolutionsPerAuthority: resolutions };
  };
}

function indexesOf(types: readonly SlotTypeModel[]): Map<string, Map<string, SlotValueModel[]>> {
  return new Map(
    types.filter(({ values }) => values.length > 0).map((type) => [type.name, indexOf(type)]),
  );
}

/** Whether any authority knows the words. */
export function hasMatch(resolutions: Resolutions | undefined): boolean {
  const authorities = resolutions?.resolutionsPerAuthority ?? [];
  return authorities.some(({ status }) => status.code === "ER_SUCCESS_MATCH");
}

function resolution(authority: string, found: readonly SlotValueModel[] | undefined): Resolution {
  if (!found) return { authority, status: { code: "ER_SUCCESS_NO_MATCH" } };
  const values = found.map(({ value, id }) => ({ value: { name: value, id } }));
  return { authority, status: { code: "ER_SUCCESS_MATCH" }, values };
}

/** The values that each phrase stands for, in the order of the model. */
function indexOf({ values }: SlotTypeModel): Map<string, SlotValueModel[]> {
  const index = new Map<string, SlotValueModel[]>();
  for (const value of values) {
    const phrases = new Set([value.value, ...value.synonyms].map(wordKey));
    for (const phrase of phrases) index.set(phrase, [...(index.get(phrase) ?? []), value]);
  }
  return index;
}
