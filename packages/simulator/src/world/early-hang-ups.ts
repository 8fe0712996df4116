import type { Invocation, LambdaFunction } from "@skill-call/lambda-runner";
import type { SimulatedCall } from "../callers/simulated-call.ts";
import type { VirtualClock } from "./virtual-clock.ts";

interface SentEvent {
  readonly InvocationEventType?: string;
  readonly Sequence: number;
  readonly ActionData?: { readonly Type?: string; readonly Parameters?: object };
  readonly CallDetails: {
    readonly TransactionId: string;
    readonly TransactionAttributes?: Readonly<Record<string, string>>;
    readonly Participants: readonly Participant[];
  };
}

interface Participant {
  readonly CallId: string;
  readonly ParticipantTag: string;
  readonly SipHeaders?: object;
}

interface SmaAnswer {
  readonly Actions: readonly unknown[];
  readonly TransactionAttributes?: Readonly<Record<string, string>>;
}

interface Ports {
  readonly clock: VirtualClock;
  readonly callOf: (id: string) => SimulatedCall | undefined;
}

/**
 * Sends some Lambdas a HANGUP of a leg that never answered before the ACTION_FAILED that tells of it: the guide leaves the
 * order open, and the emulator sends none. Actions that it is answered with are carried out in place of all that follows.
 */
export function withEarlyHangUps(lambda: LambdaFunction, ports: Ports): LambdaFunction {
  /** Of each transaction, how many events the service sent that the emulator does not count. */
  const sentBefore = new Map<string, number>();
  const invoke = async (event: unknown): Promise<Invocation> => {
    const { CallDetails, Sequence } = event as SentEvent;
    const { TransactionId: id } = CallDetails;
    const more = sentBefore.get(id) ?? 0;
    const numbered = more === 0 ? event : { ...(event as SentEvent), Sequence: Sequence + more };
    const hangUp = hangUpBefore(numbered as SentEvent);
    const call = ports.callOf(id);
    if (!hangUp || !call?.chance.befalls("hangup-first")) return lambda.invoke(numbered);
    tellOf(call, hangUp, ports.clock);
    const told = await lambda.invoke(hangUp);
    if (told.outcome !== "answered") return told;
    sentBefore.set(id, more + 1);
    const answer = told.payload as SmaAnswer;
    return answer.Actions.length > 0 ? told : lambda.invoke(after(numbered as SentEvent, answer));
  };
  return { ...lambda, invoke };
}

/** Of the leg of a failed call: the events of the emulator do not show it any more. */
function hangUpBefore(event: SentEvent): SentEvent | undefined {
  const { InvocationEventType, ActionData, CallDetails } = event;
  const { Participants, TransactionId } = CallDetails;
  const caller = Participants.find(({ ParticipantTag }) => ParticipantTag === "LEG-A");
  if (InvocationEventType !== "ACTION_FAILED" || ActionData?.Type !== "CallAndBridge" || !caller) {
    return undefined;
  }
  const named = { CallId: `${TransactionId}-${event.Sequence}`, ParticipantTag: "LEG-B" };
  const { SipHeaders: _ofCaller, ...shape } = caller;
  const leg = { ...shape, ...named, Direction: "Outbound", Status: "Disconnected" };
  return {
    ...event,
    InvocationEventType: "HANGUP",
    ActionData: { Type: "Hangup", Parameters: { ...named, SipResponseCode: 480 } },
    CallDetails: { ...CallDetails, Participants: [caller, leg] },
  };
}

function after(event: SentEvent, { TransactionAttributes }: SmaAnswer): SentEvent {
  const { CallDetails, Sequence } = event;
  return {
    ...event,
    Sequence: Sequence + 1,
    CallDetails: { ...CallDetails, ...(TransactionAttributes && { TransactionAttributes }) },
  };
}

function tellOf(call: SimulatedCall, { CallDetails }: SentEvent, clock: VirtualClock): void {
  call.steps.push({
    at: clock.now(),
    from: "pstn-audio",
    to: "sma-handler",
    kind: "sma.event",
    label: "HANGUP of LEG-B, before its ACTION_FAILED",
    transactionId: CallDetails.TransactionId,
  });
}
