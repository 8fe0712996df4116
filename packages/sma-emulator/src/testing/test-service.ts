import type { Invite } from "@skill-call/emulation";
import { createManualClock, type ManualClock } from "@skill-call/emulation/testing";
import { createFakeLambda, type FakeLambda } from "@skill-call/lambda-runner/testing";
import type { DialRequest, Phone } from "@skill-call/phones";
import {
  createScriptedCarrier,
  createScriptedPhones,
  createScriptedVoiceConnectors,
  type ScriptedPhones,
} from "@skill-call/phones";
import type { EventType } from "@skill-call/pstn-audio";
import { MeetingRegistry } from "../meetings/meeting-registry.ts";
import type { SipMediaApplication } from "../service/configuration.ts";
import type { WireEvent } from "../service/events/wire-event.ts";
import { createPstnAudio, type PstnAudio, type PstnAudioOptions } from "../service/pstn-audio.ts";
import type { LogLine } from "../service/service-log.ts";
import type { SmaTraceEvent } from "../sma-trace.ts";

export const smaNumber = "+16073331111";
export const callerNumber = "+12045551111";
export const branchNumber = "+12045550177";
export const voiceConnectorArn = "arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4";
export const skillClientId = "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48";

/** What a Lambda answers, by event type; anything else is answered with no actions. */
export type Answers = Partial<Record<EventType, unknown>>;

export interface TestService {
  readonly clock: ManualClock;
  readonly service: PstnAudio;
  readonly lambda: FakeLambda<WireEvent>;
  readonly meetings: MeetingRegistry;
  readonly trace: readonly Omit<SmaTraceEvent, "at">[];
  readonly log: readonly LogLine[];
  /** Every INVITE that left, to a phone or a contact centre. */
  readonly dialled: readonly DialRequest[];
  readonly invite: Invite;
  /** Types of the events that the Lambda got. */
  readonly told: () => readonly string[];
  readonly lastEvent: () => WireEvent;
}

export interface TestServiceOptions extends Partial<PstnAudioOptions> {
  /** Answers by event type, or a whole handler. */
  readonly answers?: Answers | ((event: WireEvent) => unknown);
  /** Who answers at the branch and at the contact centre. */
  readonly callee?: (phones: ScriptedPhones) => Phone;
  readonly sipMediaApplication?: Partial<SipMediaApplication>;
}

/** A service with one number, one Lambda and phones that follow a script, on a clock moved by hand. */
export function createTestService(options: TestServiceOptions = {}): TestService {
  const { answers = {}, callee = (phones) => phones.answers(), sipMediaApplication } = options;
  const clock = createManualClock();
  const trace: Omit<SmaTraceEvent, "at">[] = [];
  const log: LogLine[] = [];
  const dialled: DialRequest[] = [];
  const lambda = createFakeLambda(typeof answers === "function" ? answers : handler(answers));
  let ids = 0;
  const newId = () => `id-${++ids}`;
  const meetings = new MeetingRegistry({ clock, newId, publish: () => {} });
  const phone: Phone = (call) => {
    dialled.push(call.request);
    callee(createScriptedPhones(clock))(call);
  };
  const service = createPstnAudio({
    numbers: [{ number: smaNumber, productType: "SipMediaApplicationDialIn" }],
    sipRules: [
      {
        id: "rule-1",
        toPhoneNumber: smaNumber,
        targets: [{ sipMediaApplicationId: "sma-1", priority: 1 }],
      },
    ],
    sipMediaApplications: [
      {
        id: "sma-1",
        awsRegion: "us-east-1",
        lambda,
        allowedSkills: [skillClientId],
        ...sipMediaApplication,
      },
    ],
    carrier: createScriptedCarrier({ phones: {}, otherwise: phone }),
    voiceConnectors: createScriptedVoiceConnectors({ [voiceConnectorArn]: phone }),
    meetings,
    clock,
    newId,
    trace: (step) => trace.push(step),
    log: (line) => log.push(line),
    ...options,
  });
  return {
    ...{ clock, service, lambda, meetings, trace, log, dialled },
    invite: { to: smaNumber, from: callerNumber, headers: {} },
    told: () => lambda.events.map((event) => event.InvocationEventType),
    lastEvent: () => {
      const last = lambda.events.at(-1);
      if (!last) throw new Error("The Lambda got no event.");
      return last;
    },
  };
}

function handler(answers: Answers): (event: WireEvent) => unknown {
  return ({ InvocationEventType }) =>
    Object.hasOwn(answers, InvocationEventType)
      ? answers[InvocationEventType as EventType]
      : { SchemaVersion: "1.0" };
}
