// An emulated instance under a clock that stands still until it is moved.
import { contactFlow, type FlowType, type UnnamedAction } from "@skill-call/contact-flow";
import { createManualClock } from "@skill-call/emulation/testing";
import type { InvocationEnd, LambdaFunction } from "@skill-call/lambda-runner";
import { createScriptedCarrier, createScriptedPhones, type Phone } from "@skill-call/phones";
import type { Notice } from "../src/flow/notice.ts";
import {
  type Connect,
  type ConnectOptions,
  createConnect,
} from "../src/instance/create-connect.ts";

export const instanceArn =
  "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555";
export const functionArn = "arn:aws:lambda:us-east-1:123456789012:function:route";
export const queueArn = `${instanceArn}/queue/b1b1b1b1-2222-4333-8444-555555555555`;
export const customer = "+12045551111";
export const source = "+16075550111";

/** A Lambda that answers with what it is given, one after the other, the last for ever. */
export function answering(...answers: readonly unknown[]): LambdaFunction & { events: unknown[] } {
  return scripted(...answers.map((payload) => ({ outcome: "answered", payload }) as const));
}

export function scripted(
  ...ends: readonly InvocationEnd[]
): LambdaFunction & { events: unknown[] } {
  const events: unknown[] = [];
  return {
    name: "route",
    events,
    invoke: async (event) => {
      const end = ends[Math.min(events.length, ends.length - 1)];
      events.push(event);
      return { ...(end ?? { outcome: "answered", payload: {} }), durationMs: 1 };
    },
    warm: async () => undefined,
    close: async () => {},
  };
}

export interface BenchOptions extends Partial<ConnectOptions> {
  /** What the customer's phone does when it rings. */
  readonly phone?: (phones: ReturnType<typeof createScriptedPhones>) => Phone;
  /** What other numbers do. */
  readonly others?: (
    phones: ReturnType<typeof createScriptedPhones>,
  ) => Readonly<Record<string, Phone>>;
}

/** An instance with everything that came of its contacts. */
export function bench(options: BenchOptions) {
  const clock = createManualClock();
  const phones = createScriptedPhones(clock);
  const notices: Notice[] = [];
  const events: { detail: { eventType: string } }[] = [];
  const flowLog: unknown[] = [];
  let ids = 0;
  const connect: Connect = createConnect({
    instanceArn,
    flows: [],
    numbers: [source],
    clock,
    carrier: createScriptedCarrier({
      phones: {
        [customer]: (options.phone ?? ((all) => all.answers()))(phones),
        ...options.others?.(phones),
      },
      otherwise: phones.outOfReach(),
    }),
    newId: () => {
      ids += 1;
      return `contact-${ids}`;
    },
    random: () => 0.5,
    tell: (_, notice) => notices.push(notice),
    flowLog: (line) => flowLog.push(line),
    contactEvent: (event) => events.push(event as (typeof events)[number]),
    ...options,
  });
  return {
    ...connect,
    clock,
    notices,
    flowLog,
    /** Rings the customer, and lets so much time pass. */
    async call(flowId: string, ms = 0, attributes: Readonly<Record<string, string>> = {}) {
      const live = connect.contacts.startOutboundVoice({
        flowId,
        to: customer,
        from: source,
        contact: { attributes },
      });
      await clock.elapse(ms);
      await clock.elapse(0);
      return live;
    },
    heard: () =>
      notices.flatMap((notice) => (notice.type === "said" ? [`${notice.to}: ${notice.text}`] : [])),
    branches: () => notices.flatMap((notice) => (notice.type === "branch" ? [notice.taken] : [])),
    eventTypes: () => events.map(({ detail }) => detail.eventType),
  };
}

/** A flow as a setting of the instance. */
export function flowOf<const Id extends string>(
  start: NoInfer<Id>,
  actions: { readonly [K in Id]: UnnamedAction<NoInfer<Id>> },
  { id = "main", type = "CONTACT_FLOW" }: { readonly id?: string; readonly type?: FlowType } = {},
) {
  return { id, type, content: JSON.stringify(contactFlow({ type, start, actions })) };
}
