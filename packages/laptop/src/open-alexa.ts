import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Alexa,
  type InteractionModel,
  readInteractionModel,
  startAlexa,
} from "@skill-call/alexa-emulator";
import type { Clock } from "@skill-call/emulation";
import type { LambdaFunction } from "@skill-call/lambda-runner";
import type { PstnAudio } from "@skill-call/sma-emulator";
import { findRepository } from "./lambdas/repository.ts";
import { mobileNumberScope } from "./mobile-number-scope.ts";
import { skillClientId, skillId } from "./samples/sample-numbers.ts";
import type { LaptopTrace } from "./story/laptop-trace.ts";

/** A caller at an Alexa device. */
export interface DeviceOwner {
  /** BCP 47: one of the skill's. */
  readonly locale: string;
  /** E.164, North America; in their customer profile. */
  readonly callerNumber: string;
  /** The skill may read the number already; otherwise it has to ask. */
  readonly numberGranted: boolean;
}

export interface AlexaPorts {
  readonly skill: LambdaFunction;
  readonly modelOf: ModelOf;
  readonly pstnAudio: PstnAudio;
  readonly clock: Clock;
  readonly trace: LaptopTrace;
}

/** Puts an Alexa device with the skill into somebody's room. */
export async function openAlexa(owner: DeviceOwner, ports: AlexaPorts): Promise<Alexa> {
  const { locale, callerNumber, numberGranted } = owner;
  const { skill, modelOf, pstnAudio, clock, trace } = ports;
  return startAlexa({
    model: await modelOf(locale),
    locale,
    skill,
    skillId,
    skillClientId,
    customer: {
      mobileNumber: { countryCode: "+1", phoneNumber: callerNumber.slice(2) },
      permissions: numberGranted ? [mobileNumberScope] : [],
    },
    placeCall: (invite) => pstnAudio.placeCall(invite),
    clock,
    trace,
  });
}

/** The interaction model of a locale. */
export type ModelOf = (locale: string) => Promise<InteractionModel>;

/**
 * Reads a model when its locale is first spoken, and once for all of a laptop's devices: it has thousands of samples.
 * @param models by locale; without them those of the repository's skill
 */
export function interactionModels(models: ReadonlyMap<string, unknown> | undefined): ModelOf {
  const known = new Map<string, Promise<InteractionModel>>();
  const read = async (locale: string) =>
    readInteractionModel(models ? models.get(locale) : await modelInRepository(locale));
  return (locale) => {
    const model = known.get(locale) ?? read(locale);
    known.set(locale, model);
    return model;
  };
}

async function modelInRepository(locale: string): Promise<unknown> {
  const { skillPackage } = findRepository(import.meta.url);
  const file = join(skillPackage, "interactionModels", "custom", `${locale}.json`);
  return JSON.parse(await readFile(file, "utf8"));
}
