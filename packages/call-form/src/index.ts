export { canonicalAccountId } from "./answers/account-id.ts";
export {
  isCallWish,
  isDontKnow,
  isNoise,
  likelyValueIdOf,
  noNameIn,
  reasonInNameOf,
  valueIdOf,
} from "./answers/known-phrases.ts";
export { nameIn, nameToldIn } from "./answers/name-in.ts";
export {
  type AnswerPorts,
  type FieldValue,
  readAnswer,
  type SpokenValue,
} from "./answers/read-answer.ts";
export { spelledIn } from "./answers/spelled-in.ts";
export { spelledOut } from "./answers/spelled-out.ts";
export { type Aside, asideIn } from "./asides/aside-in.ts";
export { type ContextValues, contactAttributesOf } from "./context/contact-attributes.ts";
export { contextSchemaOf, type FormFields } from "./context/context-schema.ts";
export { contextTypeOf } from "./context/context-type.ts";
export { type FieldLabel, fieldLabelsOf, maskedValue } from "./context/field-labels.ts";
export { type FormRoutes, routeMistakes } from "./context/route-mistakes.ts";
export * from "./errors.ts";
export type * from "./form/call-form.ts";
export { choicesOf } from "./form/choices-of.ts";
export type * from "./form/field.ts";
export type { Mistake } from "./form/form-mistakes.ts";
export { isOpen } from "./form/is-open.ts";
export { type CallFormDocuments, readCallForm } from "./form/read-call-form.ts";
export type * from "./form/words.ts";
export { wordsFor } from "./form/words-for.ts";
export { languageOfLocale } from "./form/words-of-document.ts";
export * from "./intents.ts";
