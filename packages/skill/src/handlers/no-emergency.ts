import type { RequestHandler } from "ask-sdk-core";
import { ask, openQuestion } from "../alexa/ask.ts";
import { turnOf } from "../alexa/turn.ts";
import { isIntent } from "./is-intent.ts";

/**
 * "It's no emergency", in the models' own words: a sample that says it all goes before those that would swallow the "no"
 * and leave "an emergency" in a slot.
 */
export const noEmergencyIntent = "NoEmergencyIntent";

/**
 * Says it where nobody has asked. "No es una emergencia" may have been "no, es una emergencia": so the caller hears the
 * number, and the question again, which is neither answered nor denied by it.
 */
export const noEmergencyHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, noEmergencyIntent),
  handle(input) {
    const { conversation } = turnOf(input);
    return ask(input, { conversation, remarks: ["no-emergency"] }, openQuestion(input));
  },
};
