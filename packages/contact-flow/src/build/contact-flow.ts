import { checkFlow } from "../check/check-flow.ts";
import { InvalidFlowError } from "../errors.ts";
import {
  type Flow,
  type FlowAction,
  type FlowType,
  flowLanguageVersion,
  type UnnamedAction,
} from "../flow/flow.ts";

export interface ContactFlowOptions<Id extends string> {
  readonly type: FlowType;
  readonly start: NoInfer<Id>;
  /** Each action under its Identifier; where one goes on to what is not here, it does not compile. */
  readonly actions: { readonly [K in Id]: UnnamedAction<NoInfer<Id>> };
}

/**
 * A flow that Connect publishes, ready for `JSON.stringify`.
 *
 * @throws {InvalidFlowError} with every problem, when Connect would refuse it.
 * @example
 * contactFlow({
 *   type: "CONTACT_FLOW",
 *   start: "hello",
 *   actions: {
 *     hello: messageParticipant({ text: "Hello.", next: "bye", error: "bye" }),
 *     bye: disconnectParticipant(),
 *   },
 * });
 */
export function contactFlow<const Id extends string>(options: ContactFlowOptions<Id>): Flow<Id> {
  const named = Object.entries<UnnamedAction<Id>>(options.actions);
  const flow: Flow<Id> = {
    Version: flowLanguageVersion,
    StartAction: options.start,
    Metadata: {},
    Actions: named.map(([Identifier, action]) => ({ Identifier, ...action }) as FlowAction<Id>),
  };
  const problems = checkFlow(flow, { type: options.type });
  if (problems.length > 0) throw new InvalidFlowError(problems);
  return flow;
}
