import { isRawObject } from "../raw-fields.ts";
import { isAbsent } from "../rules/parameter-rules.ts";
import { isActionName } from "../vocabulary/action-vocabulary.ts";
import type { AnswerError } from "./answer-problem.ts";
import { invalidAnswer } from "./invalid-answer.ts";

/** At most so many actions an answer (guide, "Responding to invocations with action lists"). */
const mostActions = 10;

/** Whether the service can read the list. None at all keeps the old list, except on a new call. */
export function checkActionList(list: unknown, needsActions: boolean): readonly AnswerError[] {
  if (isAbsent(list)) return needsActions ? [empty] : [];
  if (!Array.isArray(list)) return [unreadable("Actions", "is not a list")];
  return [
    ...(needsActions && list.length === 0 ? [empty] : []),
    ...(list.length > mostActions ? [tooMany] : []),
    ...list.flatMap(checkEntry),
  ];
}

const empty = invalidAnswer({
  field: "Actions",
  message: "Actions list is empty.",
  hint: "a new call needs an action, or the caller hears nothing",
});

const tooMany = invalidAnswer({
  field: "Actions",
  message: "Too many actions specified in response.",
  hint: `has more than ${mostActions} actions`,
});

function checkEntry(entry: unknown, index: number): readonly AnswerError[] {
  const field = `Actions[${index}]`;
  if (!isRawObject(entry)) return [unreadable(field, "is not an object", index)];
  const { Type, Parameters } = entry;
  if (typeof Type !== "string") return [unreadable(`${field}.Type`, "is not a text", index)];
  if (!isActionName(Type)) return [unsupported(`${field}.Type`, index)];
  // A Hangup is published without any, too: it ends the leg of the event.
  if (!isRawObject(Parameters) && !(Type === "Hangup" && isAbsent(Parameters))) {
    return [unreadable(`${field}.Parameters`, "is not an object", index)];
  }
  return [];
}

function unreadable(field: string, hint: string, actionIndex?: number): AnswerError {
  const place = actionIndex === undefined ? {} : { actionIndex };
  return invalidAnswer({ field, ...place, message: "Error while reading actions list.", hint });
}

function unsupported(field: string, actionIndex: number): AnswerError {
  return invalidAnswer({
    field,
    actionIndex,
    message: "Unsupported action name specified",
    hint: "is no action of the service",
  });
}
