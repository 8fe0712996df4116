import type { Invocation, LambdaFunction } from "../lambda-function.ts";

/** A Lambda in this process that keeps the events it got. */
export interface FakeLambda<Event> extends LambdaFunction {
  readonly events: readonly Event[];
}

/** @param handler its error is the Lambda's; a promise that never settles is a Lambda that hangs. */
export function createFakeLambda<Event>(
  handler: (event: Event) => unknown,
  name = "fake",
): FakeLambda<Event> {
  const events: Event[] = [];
  return {
    name,
    events,
    invoke: async (event): Promise<Invocation> => {
      const received = JSON.parse(JSON.stringify(event)) as Event;
      events.push(received);
      try {
        return { outcome: "answered", payload: await handler(received), durationMs: 0 };
      } catch (error) {
        const { name: errorType, message } = error as Error;
        return { outcome: "failed", errorType, message, durationMs: 0 };
      }
    },
    warm: async () => undefined,
    close: async () => {},
  };
}
