import type { ActionData } from "../call/notice.ts";
import type { WireEvent, WireParticipant } from "./wire-event.ts";

/** An event as it goes out; a variation may have given it a shape of its own. */
export type SentEvent = Readonly<Record<string, unknown>>;

type Variation = (event: WireEvent) => WireEvent | SentEvent;

/** How the guide prints events where real ones differ: a Lambda that is safe reads them all. */
const variations = {
  /** The SMA's ID under the name of older pages. */
  "sip-application-id": ({ CallDetails, ...event }) => {
    const { SipMediaApplicationId, ...details } = CallDetails;
    return { ...event, CallDetails: { ...details, SipApplicationId: SipMediaApplicationId } };
  },
  /** The event type under the name that the JoinChimeMeeting page prints. */
  "invocation-event": ({ InvocationEventType, ...event }) => ({
    ...event,
    InvocationEvent: InvocationEventType,
  }),
  "status-on-new-calls": (event) =>
    /^NEW_/.test(event.InvocationEventType)
      ? eachParticipant(event, (leg) => ({ ...leg, Status: "Connected" }))
      : event,
  "sequence-from-2": (event) => ({ ...event, Sequence: event.Sequence + 1 }),
  "start-time-of-15-digits": (event) =>
    eachParticipant(event, (leg) => ({
      ...leg,
      StartTimeInMilliseconds: `${leg.StartTimeInMilliseconds}00`,
    })),
  "tags-in-mixed-case": (event) =>
    eachParticipant(event, (leg) => ({
      ...leg,
      ParticipantTag: leg.ParticipantTag.replace("LEG", "Leg"),
    })),
  "headers-in-lower-case": (event) =>
    eachParticipant(event, ({ SipHeaders, ...leg }) => ({
      ...leg,
      ...(SipHeaders && { SipHeaders: lowerCaseNames(SipHeaders) }),
    })),
  "hangup-without-code": (event) =>
    eachHangUp(event, ({ Parameters: { SipResponseCode: _none, ...Parameters }, ...data }) => ({
      ...data,
      Parameters,
    })),
  /** One page prints this type on the hang-up of a LEG-B. */
  "hangup-as-receive-digits": (event) =>
    eachHangUp(event, (data) =>
      data.Parameters.ParticipantTag === "LEG-B" ? { ...data, Type: "ReceiveDigits" } : data,
    ),
  "error-at-top-level": (event) => {
    const error = failure(event);
    return error
      ? {
          ...event,
          ActionData: error.data,
          ErrorType: error.ErrorType,
          ErrorMessage: error.ErrorMessage,
        }
      : event;
  },
  /** One page prints `"Error": "ErrorJoiningMeeting: Error while joining meeting."`. */
  "error-in-one-text": (event) => {
    const error = failure(event);
    if (!error) return event;
    return {
      ...event,
      ActionData: { ...error.data, Error: `${error.ErrorType}: ${error.ErrorMessage}` },
    };
  },
} satisfies Record<string, Variation>;

type EventVariation = keyof typeof variations;

/** Facts that are unknown without a real account: what the service does, one way or the other. */
const unknownFacts = [
  /** An SMA that hangs up LEG-B is told the success of its Hangup, too, after the HANGUP. */
  "success-after-hangup-of-leg-b",
  /** The success of a list that ends in CallAndBridge and ReceiveDigits names CallAndBridge. */
  "success-names-call-and-bridge",
] as const;

export type GuideVariation = EventVariation | (typeof unknownFacts)[number];
export const guideVariations: readonly GuideVariation[] = [
  ...(Object.keys(variations) as EventVariation[]),
  ...unknownFacts,
];

/** The event as the guide would print it in these respects. */
export function varied(event: WireEvent, names: readonly GuideVariation[]): SentEvent {
  const table: Partial<Record<GuideVariation, Variation>> = variations;
  // Renamed fields come last: the other variations read an event by its real names.
  const renames: readonly GuideVariation[] = ["sip-application-id", "invocation-event"];
  const ordered = [...names].sort((a, b) => renames.indexOf(a) - renames.indexOf(b));
  return ordered.reduce<SentEvent>(
    (sent, name) => {
      return { ...(table[name]?.(sent as unknown as WireEvent) ?? sent) };
    },
    { ...event },
  );
}

function eachParticipant(
  event: WireEvent,
  change: (participant: WireParticipant) => WireParticipant,
): WireEvent {
  const { CallDetails } = event;
  const Participants = CallDetails.Participants.map(change);
  return { ...event, CallDetails: { ...CallDetails, Participants } };
}

function eachHangUp(event: WireEvent, change: (data: ActionData) => ActionData): WireEvent {
  const { InvocationEventType, ActionData: data } = event;
  return InvocationEventType === "HANGUP" && data ? { ...event, ActionData: change(data) } : event;
}

function lowerCaseNames(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

function failure({ ActionData: data }: WireEvent) {
  if (data?.ErrorType === undefined) return undefined;
  const { ErrorType, ErrorMessage, ...rest } = data;
  return { ErrorType, ErrorMessage, data: rest };
}
