import type { IntentState } from "../dialog/intent-state.ts";
import type { Question } from "../dialog/next-step.ts";
import { promptSpeech } from "../dialog/prompt.ts";
import type { InteractionModel } from "../model/interaction-model.ts";
import type { Speech } from "../response/speech.ts";
import type { Listening } from "./listening.ts";
import type { Step } from "./step.ts";

export interface PromptedQuestion {
  readonly intent: IntentState;
  readonly question: Question;
  /** The id of the prompt in the model. */
  readonly prompt: string;
  /** What the skill says before Alexa asks. */
  readonly introduction?: Speech;
}

/** Alexa asks with a prompt of the model, with its next variation where she has just asked with it. */
export function askByPrompt(
  { intent, question, prompt, introduction }: PromptedQuestion,
  before: Listening | undefined,
  { prompts }: InteractionModel,
): Step {
  const asked = before?.kind === "answer" ? before.delegated : undefined;
  const times = asked?.prompt === prompt ? asked.times + 1 : 0;
  const model = prompts.get(prompt) ?? { id: prompt, variations: [] };
  const speech = promptSpeech(model, intent, times);
  return {
    kind: "listen",
    say: [introduction, speech],
    listening: { kind: "answer", question, intent, delegated: { prompt, times } },
    reprompt: speech,
  };
}
