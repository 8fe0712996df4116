import type { CallForm } from "@skill-call/call-form";
import type { v1 } from "ask-smapi-model";
import type { SafetyPhrases } from "./safety-phrases.ts";

export type SkillManifest = v1.skill.Manifest.SkillManifestEnvelope;
export type InteractionModel = v1.skill.interactionModel.InteractionModelData;
export type Intent = v1.skill.interactionModel.Intent;
export type SlotType = v1.skill.interactionModel.SlotType;
export type Prompt = v1.skill.interactionModel.Prompt;
export type DialogIntent = v1.skill.interactionModel.DialogIntents;
export type DialogSlot = v1.skill.interactionModel.DialogSlotItems;

/** One file of the package and what is in it. */
export interface JsonFile<Content> {
  /** Relative to the repository's root. */
  readonly file: string;
  readonly content: Content;
}

export interface LocaleModel extends JsonFile<InteractionModel> {
  /** BCP 47, as the file is called: `en-US`. */
  readonly locale: string;
}

export interface LanguagePhrases extends JsonFile<SafetyPhrases> {
  /** As the file is called: `en`. */
  readonly language: string;
}

/** The part of the SMA handler's ROUTES document that has to agree with the skill. */
export interface Routes {
  readonly rules: readonly { readonly when: Readonly<Record<string, unknown>> }[];
}

/** What the skill team deploys, and what has to agree with it. */
export interface SkillPackage {
  readonly manifest: JsonFile<SkillManifest>;
  readonly models: readonly LocaleModel[];
  /** What the models follow from, and the single source of the reason ids. */
  readonly form: CallForm;
  readonly routes: JsonFile<Routes>;
  readonly safetyPhrases: readonly LanguagePhrases[];
}
