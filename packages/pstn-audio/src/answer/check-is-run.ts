import type { EventType, Leg } from "../events/event.ts";
import { liveLegs } from "../events/live-legs.ts";
import { eventVocabulary } from "../vocabulary/event-vocabulary.ts";
import type { AnswerWarning } from "./answer-problem.ts";

interface Answered {
  readonly eventType: EventType;
  readonly legs?: readonly Leg[];
}

/** Warns of actions that answer an event whose answer is not acted upon. */
export function checkIsRun(list: readonly unknown[], answered: Answered): readonly AnswerWarning[] {
  if (list.length === 0 || isRun(answered)) return [];
  const message = `The service does not run the actions of an answer to this ${answered.eventType}.`;
  return [{ severity: "warning", scope: "answer", field: "Actions", message }];
}

function isRun({ eventType, legs }: Answered): boolean {
  const { runsActions } = eventVocabulary[eventType];
  if (runsActions === "while another leg lives") return !legs || liveLegs({ legs }).length > 0;
  return runsActions === "always";
}
