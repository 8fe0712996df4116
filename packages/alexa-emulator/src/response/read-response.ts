import * as v from "valibot";
import { type Directive, readDirective } from "./directive.ts";
import { cardProblem, questionProblem, sizeProblem, speechProblem } from "./response-problems.ts";
import { type Card, type OutputSpeech, responseSchema } from "./response-schema.ts";
import { plainSpeech, type Speech, ssmlSpeech } from "./speech.ts";

/** A response that Alexa carries out. */
export interface SkillResponse {
  readonly speech?: Speech;
  readonly reprompt?: Speech;
  readonly card?: Card;
  /** The one thing that the skill has Alexa do. */
  readonly directive?: Directive;
  /** Directives of Alexa that this emulator knows and leaves alone. */
  readonly notEmulated: readonly string[];
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
  const readings = (rest.directives ?? []).map(readDirective);
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
      notEmulated: readings.flatMap((each) => (each.kind === "not-emulated" ? each.type : [])),
      sessionAttributes: sessionAttributes ?? {},
    },
  };
}

function speechOf(speech: OutputSpeech): Speech {
  return speech.type === "SSML"
    ? ssmlSpeech("skill", speech.ssml)
    : plainSpeech("skill", speech.text);
}
