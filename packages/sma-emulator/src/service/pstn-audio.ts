import { randomUUID } from "node:crypto";
import { type CallHandle, type Clock, FaultQueue, type Invite } from "@skill-call/emulation";
import type { Carrier, VoiceConnectors } from "@skill-call/phones";
import type { ActionName, EventType } from "@skill-call/pstn-audio";
import type { MeetingJoins } from "../meetings/meeting-joins.ts";
import type { SmaTrace } from "../sma-trace.ts";
import type { Bots } from "./bots/bots.ts";
import { type CallState, currentLegs } from "./call/call-state.ts";
import type { Leg } from "./call/leg.ts";
import type { Configuration } from "./configuration.ts";
import type { DeliveryFault, DeliveryFaults } from "./delivery/delivery-faults.ts";
import { OpenInvocations } from "./delivery/open-invocations.ts";
import type { GuideVariation } from "./events/guide-variations.ts";
import { type Limits, serviceLimits } from "./limits.ts";
import { LiveCalls } from "./live-calls.ts";
import type { Media } from "./media/media.ts";
import { createSilentMedia } from "./media/silent-media.ts";
import { withMeetingDialIn } from "./meeting-dial-in.ts";
import type { ServiceLog } from "./service-log.ts";
import type { CreateCallRequest, UpdateCallRequest } from "./voice-api/call-requests.ts";

export interface PstnAudioOptions extends Omit<Configuration, "awsAccountId"> {
  readonly awsAccountId?: string;
  readonly carrier: Carrier;
  readonly voiceConnectors: VoiceConnectors;
  readonly meetings: MeetingJoins;
  readonly clock: Clock;
  readonly trace: SmaTrace;
  /** What the service would write to CloudWatch. */
  readonly log?: ServiceLog;
  /** Silent without it: everything takes its time, nobody hears it. */
  readonly media?: Media;
  /** What StartBotConversation comes to; it fails without one. */
  readonly bots?: Bots;
  /** Those of the service without it. */
  readonly limits?: Partial<Limits>;
  /** Sends events as the guide prints them where real ones differ; none without it. */
  readonly variations?: readonly GuideVariation[];
  /** Whether the service fails an action instead of carrying it out, for no fault of the Lambda's; never without it. */
  readonly refuses?: (action: ActionName, transactionId: string) => boolean;
  /** A fresh UUID. */
  readonly newId?: () => string;
}

/** A call that the service placed. */
export interface CreatedCall {
  readonly transactionId: string;
  /** Resolves when every leg is down and the Lambda knows. */
  readonly over: Promise<void>;
}

/** The emulated PSTN Audio service. */
export interface PstnAudio {
  /** An INVITE reaches the service. */
  placeCall(invite: Invite): CallHandle;
  /**
   * CreateSipMediaApplicationCall.
   * @throws {VoiceApiError} when the API would refuse the request
   */
  createCall(request: CreateCallRequest): CreatedCall;
  /**
   * UpdateSipMediaApplicationCall.
   * @throws {VoiceApiError} when the API would refuse the request
   */
  updateCall(request: UpdateCallRequest): void;
  /** The person on LEG-A says something: a bot that listens to them hears it. */
  say(transactionId: string, text: string): void;
  /** Hangs up every leg of a call that lives, and tells its Lambda so; whether there was such a call. */
  breakOff(transactionId: string): boolean;
  /** The calls that live. */
  calls(): readonly CallSnapshot[];
  /** Every leg that is up. */
  legsUp(): readonly LegUp[];
  /** What shall befall the events to come. */
  readonly faults: DeliveryFaults;
  /** Hangs up every leg; the Lambdas are neither told nor closed. */
  close(): Promise<void>;
}

/** @example createPstnAudio({ numbers, sipRules, sipMediaApplications, carrier, voiceConnectors, meetings, clock, trace }) */
export function createPstnAudio(options: PstnAudioOptions): PstnAudio {
  const { clock, newId = randomUUID, awsAccountId = "123456789012" } = options;
  const faults = new FaultQueue<DeliveryFault, EventType>();
  const limits = { ...serviceLimits, ...options.limits };
  const calls = new LiveCalls(
    { ...options, awsAccountId },
    {
      clock,
      newId,
      awsAccountId,
      carrier: withMeetingDialIn(options.carrier, options.meetings),
      voiceConnectors: options.voiceConnectors,
      meetings: options.meetings,
      media: options.media ?? createSilentMedia({ clock }),
      bots: options.bots ?? {},
      trace: options.trace,
      log: options.log ?? (() => {}),
      limits,
      invocations: new OpenInvocations({ clock, limits }),
      variations: options.variations ?? [],
      refuses: options.refuses ?? (() => false),
      ownedNumbers: options.numbers.map(({ number }) => number),
      takeFault: (eventType) => faults.take(eventType),
      applicationWith: (id) => options.sipMediaApplications.find((each) => each.id === id),
    },
  );
  return {
    faults,
    placeCall: (invite) => calls.place(invite),
    createCall: (request) => {
      const { transactionId, over } = calls.create(request);
      return { transactionId, over };
    },
    updateCall: (request) => calls.update(request),
    say: (transactionId, text) => calls.say(transactionId, text),
    breakOff: (transactionId) => calls.breakOff(transactionId),
    calls: () => calls.states().map(callSnapshot),
    legsUp: () => calls.states().flatMap(connectedLegs),
    close: async () => calls.close(),
  };
}

/** A call that lives, as it is now. */
interface CallSnapshot {
  readonly transactionId: string;
  readonly sipMediaApplicationId: string | undefined;
  /** Of the last event. */
  readonly sequence: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly legs: readonly Leg[];
}

/** A leg that is up: billed until somebody hangs it up. */
interface LegUp extends Leg {
  readonly transactionId: string;
}

function callSnapshot(state: CallState): CallSnapshot {
  const { transactionId, sipMediaApplicationIds, sequence, attributes } = state;
  const [sipMediaApplicationId] = sipMediaApplicationIds;
  return { transactionId, sipMediaApplicationId, sequence, attributes, legs: currentLegs(state) };
}

function connectedLegs({ transactionId, legs }: CallState): readonly LegUp[] {
  return legs
    .filter(({ status }) => status === "connected")
    .map((leg) => ({ ...leg, transactionId }));
}
