import { type DialogMove, dialogMove } from "../dialog/dialog-move.ts";
import type { Ears } from "../nlu/ears.ts";
import type { SkillResponse } from "../response/read-response.ts";
import { askByPrompt } from "./ask-by-prompt.ts";
import { consentQuestion } from "./consent.ts";
import { intentRequest } from "./intent-step.ts";
import type { Listening } from "./listening.ts";
import type { SkillRequest } from "./request-envelope.ts";
import type { Sending, Step } from "./step.ts";

/** The request that is answered, and what the microphone waited for before it. */
export interface Answered extends Sending {
  readonly before: Listening | undefined;
}

/** What the device does with a skill's response, or why it cannot. */
export type ResponseStep = Step | { readonly kind: "invalid"; readonly problem: string };

export function responseStep(
  response: SkillResponse,
  answered: Answered,
  ears: Ears,
  skillName: string,
): ResponseStep {
  const { speech, card, directive } = response;
  const shown = { say: [speech], card };
  if (!directive) return { ...plainStep(response), ...shown };
  if (directive.type === "Connections.StartConnection") {
    const say = [speech, consentQuestion(directive, skillName, ears.language)];
    return { kind: "listen", listening: { kind: "consent", directive }, say, card };
  }
  if (directive.type === "Connections.SendRequest") return { kind: "shop", directive, ...shown };
  const move = dialogMove(directive, answered.intent, ears);
  const step = dialogStep(move, response, answered, ears);
  return step.kind === "invalid" ? step : { ...step, card };
}

const keepsSession: ReadonlySet<string> = new Set([
  "Alexa.Presentation.APL.RenderDocument",
  "Alexa.Presentation.HTML.Start",
  "Display.RenderTemplate",
  "GameEngine.StartInputHandler",
]);

/**
 * Without a question to answer, the microphone stays open only where the skill says so. Where it says nothing, a page
 * on the screen or buttons that are waited for keep the session: what is said then begins with "Alexa".
 */
function plainStep({ shouldEndSession, reprompt, directives }: SkillResponse): Step {
  const waits = directives.some(({ type }) => keepsSession.has(type));
  if (shouldEndSession !== false && !(shouldEndSession === undefined && waits))
    return { kind: "close" };
  return { kind: "listen", listening: { kind: "anything" }, ...(reprompt && { reprompt }) };
}

function dialogStep(
  move: DialogMove,
  { speech, reprompt }: SkillResponse,
  { request, intent: asked, before }: Answered,
  { model }: Ears,
): ResponseStep {
  if (move.kind === "invalid") return move;
  const { intent } = move;
  if (move.kind === "complete")
    return isComplete(request) && asked?.name === intent.name
      ? { kind: "invalid", problem: "Dialog.Delegate: the dialog is complete already" }
      : { kind: "send", say: [speech], ...intentRequest(intent, "COMPLETED") };
  const { question, prompt } = move;
  if (prompt !== undefined)
    return askByPrompt(
      { intent, question, prompt, ...(speech && { introduction: speech }) },
      before,
      model,
    );
  return {
    kind: "listen",
    say: [speech],
    listening: { kind: "answer", question, intent },
    ...(reprompt && { reprompt }),
  };
}

function isComplete(request: SkillRequest): boolean {
  return request.type === "IntentRequest" && request.dialogState === "COMPLETED";
}
