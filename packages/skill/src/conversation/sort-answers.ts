import {
  type Field,
  isCallWish,
  isNoise,
  likelyValueIdOf,
  nameIn,
  nameToldIn,
  noNameIn,
  readAnswer,
  reasonInNameOf,
  type SpokenValue,
  spelledIn,
  spelledOut,
} from "@skill-call/call-form";
import type { Conversation, Spoken } from "./conversation.ts";
import type { Hearing } from "./hear.ts";

type Placed = readonly (readonly [string, SpokenValue])[];

/**
 * What was said, each where it belongs. Alexa fills the slot that was asked for with whatever comes: a wish for a
 * person is not an answer, and a reason said in place of a name is a reason.
 */
export function sortAnswers(conversation: Conversation, spoken: Spoken, hearing: Hearing): Spoken {
  const said = hearing.form.fields.flatMap((field) => {
    const value = spoken[field.id];
    return value === undefined ? [] : [{ field, value }];
  });
  const isKnown = ({ field, value }: { readonly field: Field; readonly value: SpokenValue }) =>
    value.words === String(conversation.answers[field.id]);
  const known = said.filter(isKnown).map(({ field, value }) => [field.id, value] as const);
  const news = said
    .filter((each) => !isKnown(each))
    .flatMap(({ field, value }) => place(field, value, hearing));
  // News goes before what was known. What was said in place of a name is new; the reason's own slot may hold what was
  // known before.
  return Object.fromEntries([...known, ...news.reverse()]);
}

function place(field: Field, said: SpokenValue, hearing: Hearing): Placed {
  const { words } = hearing;
  const isAnswer = said.id !== undefined || field.kind === "words";
  if (!isAnswer && isCallWish(said.words, words.language)) return [];
  if (isAnswer) return [[field.id, said]];
  if (field.kind === "name") return placeName(field, said, hearing);
  if (field.kind === "reason") return placeReason(field, said, hearing);
  return placeValue(field, said, hearing);
}

/** In place of a name callers also say why they call, or an account ID; and they say more than the name. */
function placeName(field: Field, said: SpokenValue, hearing: Hearing): Placed {
  const { form, words } = hearing;
  const reason = form.fields.find(({ kind }) => kind === "reason");
  const exact = reason && reasonInNameOf(said.words, reason, words);
  if (reason && exact !== undefined) return [[reason.id, { ...said, id: exact }]];
  const name = nameIn(said.words, words.language);
  const isName = noNameIn(name, words.language) === undefined;
  if (isName && spelledAnswer(said, hearing).length === 0) return [[field.id, { words: name }]];
  return placeOrKeep(field, said, hearing);
}

/** In place of a reason callers also say "what", their name or an account ID. */
function placeReason(field: Field, said: SpokenValue, hearing: Hearing): Placed {
  if (isNoise(said.words, hearing.words.language)) return [];
  return placeOrKeep(field, said, hearing);
}

/** What does not fit a field may fit others: "wait, make it billing" in place of an account ID. */
function placeValue(
  field: Exclude<Field, { kind: "reason" }>,
  said: SpokenValue,
  hearing: Hearing,
) {
  const words =
    field.kind === "account-id" ? spelledOut(said.words, hearing.words.language) : said.words;
  const isValue = readAnswer(field, { words }, hearing) !== undefined;
  return isValue ? ([[field.id, { words }]] as const) : placeOrKeep(field, said, hearing);
}

/** Each answer that is told in the words; where there is none, they are an answer to the field after all. */
function placeOrKeep(field: Field, said: SpokenValue, hearing: Hearing): Placed {
  const told = toldIn(said, hearing);
  return told.length > 0 ? told : [[field.id, said]];
}

/** "Hi this is Ana, my account is 5 5 1 2 and my internet is down": every answer that can be told by itself. */
function toldIn(said: SpokenValue, hearing: Hearing): Placed {
  const { form, words } = hearing;
  const name = nameToldIn(said.words, words.language);
  const names = form.fields.filter(({ kind }) => name !== undefined && kind === "name");
  const values = form.fields.flatMap((field): Placed => {
    const id = likelyValueIdOf(said.words, field, words);
    return id === undefined ? [] : [[field.id, { ...said, id }]];
  });
  return [
    ...names.map(({ id }) => [id, { words: name ?? "" }] as const),
    ...spelledAnswer(said, hearing),
    ...values,
  ];
}

/** The answer that looks like nothing else, letters with digits, without the words around it. */
function spelledAnswer({ words }: SpokenValue, hearing: Hearing): Placed {
  const spelled = spelledIn(words, hearing.words.language);
  if (spelled === undefined) return [];
  const field = hearing.form.fields.find(
    (each) => each.kind === "account-id" && readAnswer(each, { words: spelled }, hearing),
  );
  return field === undefined ? [] : [[field.id, { words: spelled }]];
}

/** Where words belong that were said for no field: the field that knows them, or a name; nowhere for the rest. */
export function placeWords(words: string, hearing: Hearing): Spoken {
  const { fields } = hearing.form;
  if (isCallWish(words, hearing.words.language) || isNoise(words, hearing.words.language))
    return {};
  const known = fields.flatMap((field): Placed => {
    const id = likelyValueIdOf(words, field, hearing.words);
    return id === undefined ? [] : [[field.id, { words, id }]];
  });
  const name = fields.find(({ kind }) => kind === "name");
  const named = name === undefined ? [] : placeName(name, { words }, hearing);
  const [placed] = [...known, ...named.filter(([id, said]) => isUsable(id, said, hearing))];
  return placed === undefined ? {} : Object.fromEntries([placed]);
}

/** What is not a name counts as nothing. */
function isUsable(id: string, { words }: SpokenValue, hearing: Hearing): boolean {
  const isName = hearing.form.fields.some((field) => field.id === id && field.kind === "name");
  return !isName || noNameIn(words, hearing.words.language) === undefined;
}
