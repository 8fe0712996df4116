import {
  type InteractionModel,
  readInteractionModel,
  startAlexa,
  type Turn,
} from "@skill-call/alexa-emulator";
import type { CallContext, CallContextRecord } from "@skill-call/call-context";
import type { CallForm } from "@skill-call/call-form";
import { generatedModels } from "../../skill-package-models/generated-models.ts";
import { exampleForm } from "../../src/testing/example-form.ts";
import { type SkillUnderTest, skillUnderTest } from "../skill-under-test.ts";

/** A device that listens to raw words: they go through the generated interaction model to the whole skill. */
export interface OpenMic {
  readonly skill: SkillUnderTest;
  say(words: string): Promise<Turn>;
  /** What stands in the record of the call that was started; `undefined` where there was none. */
  called(): CallContextRecord<CallContext> | undefined;
  close(): Promise<void>;
}

export interface OpenMicOptions {
  readonly locale: string;
  readonly form?: CallForm;
  readonly changed?: Parameters<typeof skillUnderTest>[0];
}

const modelsByForm = new Map<CallForm, ReadonlyMap<string, InteractionModel>>();

function modelOf(form: CallForm, locale: string): InteractionModel | undefined {
  const models = modelsByForm.get(form) ?? readModels(form);
  modelsByForm.set(form, models);
  return models.get(locale);
}

function readModels(form: CallForm): ReadonlyMap<string, InteractionModel> {
  const models = [...generatedModels(form)];
  return new Map(models.map(([locale, model]) => [locale, readInteractionModel(model)]));
}

export async function openMic({
  locale,
  form = exampleForm,
  changed = {},
}: OpenMicOptions): Promise<OpenMic> {
  const skill = skillUnderTest({ form, ...changed });
  const alexa = await startAlexa({
    model: modelOf(form, locale),
    locale,
    skill: inThisProcess(skill),
    skillClientId: "amzn1.application-oa2-client.1",
    customer: { mobileNumber: { countryCode: "+1", phoneNumber: "2045551111" } },
    placeCall: () => {
      throw new TypeError("the starter is a fake: no device places a call");
    },
  });
  return {
    skill,
    say: (words) => alexa.say(words),
    called: () => recordOfCall(skill),
    close: () => alexa.close(),
  };
}

function inThisProcess({ handler }: SkillUnderTest): Parameters<typeof startAlexa>[0]["skill"] {
  return {
    name: "skill",
    // Over the wire and back: what does not survive JSON does not survive Alexa.
    async invoke(event) {
      const answer = await handler(JSON.parse(JSON.stringify(event)), {});
      return { outcome: "answered", payload: JSON.parse(JSON.stringify(answer)), durationMs: 0 };
    },
    warm: async () => undefined,
    close: async () => undefined,
  };
}

function recordOfCall({ started, store }: SkillUnderTest) {
  const [call] = started;
  return call && store.records.get(call.contextId);
}
