import type { Clock } from "@skill-call/emulation";
import type { LambdaFunction } from "@skill-call/lambda-runner";
import { leftAlone, skillAnswered, skillAsked } from "../alexa-story.ts";
import type { AlexaTrace } from "../alexa-trace.ts";
import type { RequestFault } from "../api/alexa-faults.ts";
import type { ProgressiveResponses } from "../api/progressive-response.ts";
import type { CustomerAccount } from "../customer-account.ts";
import type { AudioPlayer } from "../device/audio-player.ts";
import { askSkill, type SkillAnswer } from "./ask-skill.ts";
import {
  requestEnvelope,
  type SkillIdentity,
  type SkillRequest,
  type SkillSession,
} from "./request-envelope.ts";
import type { TurnRecord } from "./turn-record.ts";

export interface SkillLinePorts {
  readonly customer: Pick<CustomerAccount, "accessToken">;
  readonly audioPlayer: Pick<AudioPlayer, "state">;
  readonly skill: LambdaFunction;
  readonly identity: SkillIdentity;
  readonly clock: Clock;
  readonly trace: AlexaTrace;
  readonly newId: () => string;
  readonly progressiveResponses: ProgressiveResponses;
  /** What shall be wrong with the next request, if anything. */
  readonly takeFault: () => RequestFault | undefined;
}

/** The way to the skill. */
export interface SkillLine {
  /** Sends a request; the session is absent where the request belongs to none. */
  ask(
    request: SkillRequest,
    session: SkillSession | undefined,
    turn: TurnRecord,
  ): Promise<SkillAnswer>;
  /** Sends an envelope that somebody else wrote, with what it leaves out. */
  send(raw: RawEnvelope, session: SkillSession | undefined, turn: TurnRecord): Promise<SkillAnswer>;
}

/** Wraps requests in their envelopes, and writes down what goes over the line. */
export function skillLine(ports: SkillLinePorts): SkillLine {
  const { skill, identity, clock, trace, newId, progressiveResponses } = ports;

  const envelopeOf = (request: SkillRequest, session: SkillSession | undefined) => {
    const missing = ports.takeFault()?.field;
    const { accessToken } = ports.customer;
    const requestId = `amzn1.echo-api.request.${newId()}`;
    const player = ports.audioPlayer.state;
    return requestEnvelope({
      ...{ identity, accessToken, player, request, requestId, now: clock.now() },
      ...(session && { session }),
      ...(missing && { missing }),
    });
  };

  const send = async (envelope: object, turn: TurnRecord) => {
    const { request } = envelope as { readonly request: SkillRequest & { requestId: string } };
    trace(skillAsked(request, envelope));
    progressiveResponses.open(request.requestId, (speech) => turn.say(speech));
    const answer = await askSkill(envelope, skill, clock);
    progressiveResponses.close();
    const told = request.type === "SessionEndedRequest" ? withoutProblemOf(answer) : answer;
    trace(skillAnswered(told));
    if (told.response?.leftAlone.length) trace(leftAlone(told.response.leftAlone));
    turn.exchange(exchangeOf(envelope, told));
    if (told.response) turn.keep(told.response);
    return told;
  };

  return {
    ask: (request, session, turn) => send(envelopeOf(request, session), turn),
    send: (raw, session, turn) => send(completed(raw, envelopeOf(raw.request, session)), turn),
  };
}

/** An envelope as a test or a log has it: what it leaves out is filled in. */
export interface RawEnvelope {
  readonly request: SkillRequest;
  readonly [part: string]: unknown;
}

function completed(raw: RawEnvelope, whole: object): object {
  const { request } = whole as { readonly request: object };
  return { ...whole, ...raw, request: { ...request, ...raw.request } };
}

/** Nobody waits for the answer to a SessionEndedRequest: it may be anything but a failure of the code. */
function withoutProblemOf(answer: SkillAnswer): SkillAnswer {
  const { problem: _, ...rest } = answer;
  return answer.cause === undefined ? rest : answer;
}

function exchangeOf(request: object, { payload, problem, cause, durationMs }: SkillAnswer) {
  return {
    request,
    ...(payload !== undefined && { response: payload }),
    ...(problem !== undefined && { problem: cause ?? problem }),
    durationMs,
  };
}
