import type { Contact } from "../contact/contact.ts";
import { resolveReference, resolveText } from "../contact/resolve-reference.ts";
import type { Notice } from "../flow/notice.ts";
import { takeBranch } from "../flow/take-branch.ts";
import type { ExpectedAction, ExpectedMessage, ObservedEvent, TestAction } from "./test-case.ts";

/** Whether what happened is what a test case waits for. */
export function matches(event: ObservedEvent, notice: Notice, contact: Contact): boolean {
  if (event.Type === "MessageReceived") {
    return (
      notice.type === "said" && notice.to === "customer" && isMessage(event.Properties, notice)
    );
  }
  if (event.Type === "FlowActionStarted") {
    return notice.type === "action" && isAction(event.Properties, notice, contact);
  }
  return event.Type === "TestCompleted" && notice.type === "ended";
}

/** How alike two messages have to be, as the part of words that they share; Connect compares their meaning. */
const similar = 0.6;

function isMessage(
  { Text, SSML, PromptId, MatchingCriteria }: ExpectedMessage,
  { text, kind }: Extract<Notice, { readonly type: "said" }>,
): boolean {
  if (PromptId !== undefined) return kind === "PromptId" && text.endsWith(PromptId);
  const wanted = wordsOf(Text ?? SSML ?? "");
  const heard = wordsOf(text);
  return MatchingCriteria?.Type === "Inclusion"
    ? ` ${heard.join(" ")} `.includes(` ${wanted.join(" ")} `)
    : alike(wanted, heard) >= similar;
}

function wordsOf(text: string): readonly string[] {
  const spoken = text.replace(/<[^<>]*>/g, " ").toLowerCase();
  return spoken.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function alike(left: readonly string[], right: readonly string[]): number {
  if (left.length + right.length === 0) return 1;
  const rest = [...right];
  const shared = left.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * shared.length) / (left.length + right.length);
}

function isAction(
  { ActionType, ActionParameters = {} }: ExpectedAction,
  { actionType, parameters }: Extract<Notice, { readonly type: "action" }>,
  contact: Contact,
): boolean {
  if (ActionType.trim() !== actionType) return false;
  return Object.entries(ActionParameters).every(([name, wanted]) => {
    const value = parameters[name];
    const filled = typeof value === "string" ? resolveText(value, contact) : value;
    return JSON.stringify(filled) === JSON.stringify(wanted);
  });
}

/** Whether an assertion holds now. */
export function holds(
  { Namespace, Operator, Operand }: Extract<TestAction, { readonly Type: "Assert" }>,
  contact: Contact,
): boolean {
  const value = resolveReference(Namespace, contact);
  if (Operator === "Exists") return value !== "";
  // The operators are those of a flow's conditions.
  const condition = { Operator: Operator as "Equals", Operands: [Operand] as const };
  const Transitions = {
    NextAction: "no",
    Conditions: [{ NextAction: "yes", Condition: condition }],
  };
  const action = { Identifier: "", Type: "Compare", Parameters: {}, Transitions };
  return takeBranch(action, { type: "result", value }).target === "yes";
}
