import * as v from "valibot";
import type { AudioDirective } from "../device/audio-player.ts";
import { type Directive, type DirectiveReading, readDirective } from "./directive.ts";
import type { DynamicEntities } from "./dynamic-entities.ts";
import { cardProblem, questionProblem, sizeProblem, speechProblem } from "./response-problems.ts";
import {
  type CanFulfillIntent,
  type Card,
  type OutputSpeech,
  type RawDirective,
  responseSchema,
} from "./response-schema.ts";
import { plainSpeech, type Speech, ssmlSpeech } from "./speech.ts";

/** A response that Alexa carries out. */
export interface SkillResponse {
  readonly speech?: Speech;
  readonly reprompt?: Speech;
  readonly card?: Card;
  /** The one thing that the skill has Alexa do. */
  readonly directive?: Directive;
  /** Every directive, as the skill wrote it. */
  readonly directives: readonly RawDirective[];
  /** What the device is to play, or to stop. */
  readonly audio: readonly AudioDirective[];
  /** Values for slot types, in place of those of before. */
  readonly entities?: DynamicEntities;
  /** The answer to a CanFulfillIntentRequest. */
  readonly canFulfillIntent?: CanFulfillIntent;
  /** Directives of Alexa that do nothing here. */
  readonly leftAlone: readonly string[];
  readonly shouldEndSession?: boolean;
  readonly sessionAttributes: Readonly<Record<string, unknown>>;
}

/** A response, or why Alexa would refuse it. */
export type ResponseReading =
  | { readonly response: SkillResponse; readonly problem?: never }
  | { readonly response?: never; readonly problem: string };

/** Reads what a skill answered as strictly as Alexa does. */
export function readResponse(payload: unknown): ResponseReading {
  const parsed = v.safeParse(responseSchema, payload);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { problem: `${v.getDotPath(issue) ?? "the response"}: ${issue.message}` };
  }
  const { sessionAttributes } = parsed.output;
  const { outputSpeech, reprompt, card, shouldEndSession, ...rest } = parsed.output.response;
  const raw = rest.directives ?? [];
  const readings = raw.map(readDirective);
  const directives = readings.flatMap((each) => (each.kind === "directive" ? each.directive : []));
  const problem =
    sizeProblem(payload, sessionAttributes) ??
    speechProblem("outputSpeech", outputSpeech) ??
    speechProblem("reprompt", reprompt?.outputSpeech) ??
    cardProblem(card) ??
    readings.find((each) => each.kind === "invalid")?.problem ??
    questionProblem(directives, shouldEndSession);
  if (problem) return { problem };

  const [directive] = directives;
  return {
    response: {
      ...(outputSpeech && { speech: speechOf(outputSpeech) }),
      ...(reprompt?.outputSpeech && { reprompt: speechOf(reprompt.outputSpeech) }),
      ...(card && { card }),
      ...(directive && { directive }),
      ...(typeof shouldEndSession === "boolean" && { shouldEndSession }),
      directives: raw,
      audio: readings.flatMap((each) => (each.kind === "audio" ? each.audio : [])),
      leftAlone: readings.flatMap((each) => (each.kind === "kept" ? each.type : [])),
      ...entitiesOf(readings),
      ...(rest.canFulfillIntent && { canFulfillIntent: rest.canFulfillIntent }),
      sessionAttributes: sessionAttributes ?? {},
    },
  };
}

function entitiesOf(readings: readonly DirectiveReading[]): Pick<SkillResponse, "entities"> {
  const found = readings.findLast((each) => each.kind === "entities");
  return found?.kind === "entities" ? { entities: found.entities } : {};
}

function speechOf(speech: OutputSpeech): Speech {
  return speech.type === "SSML"
    ? ssmlSpeech("skill", speech.ssml)
    : plainSpeech("skill", speech.text);
}
