import { randomUUID } from "node:crypto";
import type { CallHandle, Clock, Invite } from "@skill-call/emulation";
import { FaultQueue } from "@skill-call/emulation";
import type { Carrier, VoiceConnectors } from "@skill-call/phones";
import type { EventType } from "@skill-call/pstn-audio";
import type { MeetingJoins } from "../meetings/meeting-joins.ts";
import type { SmaTrace } from "../sma-trace.ts";
import type { Bots } from "./bots/bots.ts";
import { type CallSnapshot, callSnapshot, connectedLegs, type LegUp } from "./call-snapshot.ts";
import type { Configuration } from "./configuration.ts";
import type { DeliveryFault, DeliveryFaults } from "./delivery/delivery-faults.ts";
import type { GuideVariation } from "./events/guide-variations.ts";
import { type Limits, serviceLimits } from "./limits.ts";
import { LiveCalls } from "./live-calls.ts";
import type { Media } from "./media/media.ts";
import { createSilentMedia } from "./media/silent-media.ts";
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
  const calls = new LiveCalls(
    { ...options, awsAccountId },
    {
      clock,
      newId,
      awsAccountId,
      carrier: options.carrier,
      voiceConnectors: options.voiceConnectors,
      meetings: options.meetings,
      media: options.media ?? createSilentMedia({ clock }),
      bots: options.bots ?? {},
      trace: options.trace,
      log: options.log ?? (() => {}),
      limits: { ...serviceLimits, ...options.limits },
      variations: options.variations ?? [],
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
    breakOff: (transactionId) => calls.breakOff(transactionId),
    calls: () => calls.states().map(callSnapshot),
    legsUp: () => calls.states().flatMap(connectedLegs),
    close: async () => calls.close(),
  };
}
