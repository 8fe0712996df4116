import type { ItemClient } from "@skill-call/call-context";
import type { BatchAnswer } from "@skill-call/call-events/parts";
import type { Ports } from "@skill-call/sma-handler/parts";
import type { Doubles } from "../world/doubles.ts";
import type { Code } from "../world/simulated-lambda.ts";

/** An answer of the SMA handler, loosely. */
export interface LooseAnswer {
  readonly Actions: readonly LooseAction[];
  readonly TransactionAttributes?: Readonly<Record<string, string | undefined>>;
}

export interface LooseAction {
  readonly Type: string;
  readonly Parameters: Readonly<Record<string, unknown>>;
}

/** What of an event of the service a change looks at. */
interface LooseEvent {
  readonly InvocationEventType: string;
  readonly ActionData?: {
    readonly Type?: string;
    readonly Parameters?: { readonly ParticipantTag?: string };
  };
}

type Change = (answer: LooseAnswer, event: LooseEvent) => LooseAnswer;

/** A handler whose answers are changed on their way out. */
export function changedAnswer(change: Change): (handler: Code) => Code {
  return (handler) => async (event, context) =>
    change((await handler(event, context)) as LooseAnswer, event as LooseEvent);
}

/** A handler that leaves some actions out of its answers to one type of event. */
export function withoutActions(
  eventType: string,
  isLeftOut: (action: LooseAction) => boolean,
): (handler: Code) => Code {
  return changedAnswer((answer, { InvocationEventType }) =>
    InvocationEventType === eventType
      ? { ...answer, Actions: answer.Actions.filter((action) => !isLeftOut(action)) }
      : answer,
  );
}

/** A handler of a stream that tells each record of a batch, whatever became of those before it. */
export function eachAlone(handler: Code): Code {
  return async (event, context) => {
    const { Records } = event as { readonly Records?: readonly unknown[] };
    if (!Records) return handler(event, context);
    const failed: unknown[] = [];
    for (const record of Records) {
      const { batchItemFailures } = (await handler({ Records: [record] }, context)) as BatchAnswer;
      failed.push(...batchItemFailures);
    }
    return { batchItemFailures: failed };
  };
}

/** A webhook whose messages are changed on their way out. */
export function sending(change: (message: object) => object): NonNullable<Doubles["events"]> {
  return ({ fetch, ...ports }) => ({
    ...ports,
    fetch: (url, { body, ...request } = {}) =>
      fetch(url, { ...request, body: JSON.stringify(change(JSON.parse(String(body)))) }),
  });
}

/** Ports of which some are others. */
export function portsWith(change: (ports: Ports) => Partial<Ports>): (ports: Ports) => Ports {
  return (ports) => ({ ...ports, ...change(ports) });
}

type Store = Ports["store"];

/** Ports whose store does some things otherwise. */
export function storeWith(change: (ports: Ports) => Partial<Store>): (ports: Ports) => Ports {
  return portsWith((ports) => ({ store: { ...storeAsItIs(ports.store), ...change(ports) } }));
}

/** An object of a class cannot be spread. */
export function storeAsItIs(store: Store): Store {
  return {
    claim: (...request) => store.claim(...request),
    get: (...request) => store.get(...request),
    advance: (...request) => store.advance(...request),
  };
}

/** A table to which some updates go without their condition. */
export function withoutConditionOf(
  isMeant: (updateExpression: string) => boolean,
): NonNullable<Doubles["items"]> {
  return (items: ItemClient): ItemClient => ({
    ...items,
    update: (input, signal) => {
      const { ConditionExpression: _left, ...unconditional } = input;
      return items.update(isMeant(input.UpdateExpression ?? "") ? unconditional : input, signal);
    },
  });
}
