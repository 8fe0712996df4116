import { type CallForm, readCallForm } from "@skill-call/call-form";
import type {
  InteractionModel,
  LocaleModel,
  Routes,
  SkillManifest,
  SkillPackage,
} from "../skill-package.ts";

/** The parts of a package that a test may spoil. */
export interface Draft {
  manifest: SkillManifest;
  enUS: InteractionModel;
  frCA: InteractionModel;
  callReasons: string[];
  routes: { rules: { when: Record<string, unknown> }[] };
  phrases: { emergency: Record<string, string[]>; crisis: string[] };
}

/** A small skill package without a mistake, then spoilt by the test. */
export function aSkillPackage(spoil: (draft: Draft) => void = () => {}): SkillPackage {
  const draft: Draft = {
    manifest: aManifest(),
    enUS: aModel(),
    frCA: aModel(),
    callReasons: ["billing", "other"],
    routes: { rules: [{ when: { reason: ["billing"] } }, { when: { locale: "fr-CA" } }] },
    phrases: { emergency: { "call-for-help": ["call the police"] }, crisis: ["i want to die"] },
  };
  spoil(draft);
  const model = (locale: string, content: InteractionModel): LocaleModel => ({
    locale,
    file: `${locale}.json`,
    content,
  });
  return {
    manifest: { file: "skill.json", content: draft.manifest },
    models: [model("en-US", draft.enUS), model("fr-CA", draft.frCA)],
    form: aForm(draft.callReasons),
    routes: { file: "routes.json", content: draft.routes satisfies Routes },
    safetyPhrases: ["en", "fr"].map((language) => ({
      language,
      file: `${language}.json`,
      content: { ...draft.phrases, doubtful: [], harmless: [], denied: [] },
    })),
  };
}

/** A form that asks for name and reason. */
function aForm(reasons: readonly string[]): CallForm {
  const names = Object.fromEntries(reasons.map((id) => [id, { name: id.replaceAll("-", " ") }]));
  return readCallForm({
    form: {
      company: { name: "Example Support", invocationName: "example support" },
      locales: ["en-US", "fr-CA"],
      fields: [
        { id: "callerName", kind: "name" },
        { id: "reason", kind: "reason" },
      ],
      reasons,
    },
    words: { "en-US": { reasons: names }, "fr-CA": { reasons: names } },
  });
}

const builtIn = ["Cancel", "Help", "Stop", "NavigateHome", "Fallback", "Yes", "No", "Repeat"];

function aModel(): InteractionModel {
  return {
    interactionModel: {
      languageModel: {
        invocationName: "example support",
        intents: [
          {
            name: "CallIntent",
            slots: [
              { name: "reason", type: "CallReason", samples: ["{reason} please"] },
              { name: "callerName", type: "AMAZON.FirstName" },
            ],
            samples: ["call {reason}", "my name is {callerName}"],
          },
          {
            name: "SearchIntent",
            slots: [{ name: "query", type: "AMAZON.SearchQuery" }],
            samples: ["search for {query}"],
          },
          ...[...builtIn, "StartOver"].map((name) => ({
            name: `AMAZON.${name}Intent`,
            samples: [],
          })),
          { name: "EmergencyIntent", samples: ["call the police"] },
          { name: "CrisisIntent", samples: ["i want to die"] },
        ],
        types: [
          {
            name: "CallReason",
            values: [
              { id: "billing", name: { value: "billing", synonyms: ["my bill"] } },
              { id: "other", name: { value: "something else", synonyms: ["other"] } },
            ],
          },
        ],
      },
      dialog: {
        delegationStrategy: "SKILL_RESPONSE",
        intents: [
          {
            name: "CallIntent",
            confirmationRequired: true,
            prompts: { confirmation: "Confirm.Call" },
            slots: [
              {
                name: "reason",
                type: "CallReason",
                elicitationRequired: true,
                confirmationRequired: false,
                prompts: { elicitation: "Elicit.Reason" },
                validations: [{ type: "hasEntityResolutionMatch", prompt: "Validate.Reason" }],
              },
            ],
          },
        ],
      },
      prompts: [
        { id: "Confirm.Call", variations: [{ type: "PlainText", value: "Call about {reason}?" }] },
        { id: "Elicit.Reason", variations: [{ type: "PlainText", value: "Why do you call?" }] },
        { id: "Validate.Reason", variations: [{ type: "PlainText", value: "Billing or other?" }] },
      ],
    },
  };
}

function aManifest(): SkillManifest {
  const published = {
    name: "Example Support",
    summary: "Calls us.",
    description: "Calls our customer service.",
    examplePhrases: ["Alexa, open example support", "Alexa, ask Example Support to call billing"],
  };
  const privacy = { privacyPolicyUrl: "https://example.com/privacy" };
  return {
    manifest: {
      publishingInformation: {
        category: "COMMUNICATION",
        locales: { "en-US": published, "fr-CA": structuredClone(published) },
      },
      privacyAndCompliance: {
        usesPersonalInfo: true,
        isChildDirected: false,
        locales: { "en-US": privacy, "fr-CA": structuredClone(privacy) },
      },
      permissions: [{ name: "alexa::profile:mobile_number:read" }],
    },
  };
}
