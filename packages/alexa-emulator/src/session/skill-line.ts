import type { Clock } from "@skill-call/emulation";
import type { LambdaFunction } from "@skill-call/lambda-runner";
import { leftAlone, skillAnswered, skillAsked } from "../alexa-story.ts";
import type { AlexaTrace } from "../alexa-trace.ts";
import type { RequestFault } from "../api/alexa-faults.ts";
import type { ProgressiveResponses } from "../api/progressive-response.ts";
import { askSkill, type SkillAnswer } from "./ask-skill.ts";
import {
  requestEnvelope,
  type SkillIdentity,
  type SkillRequest,
  type SkillSession,
} from "./request-envelope.ts";
import type { TurnRecord } from "./turn-record.ts";

export interface SkillLinePorts {
  readonly skill: LambdaFunction;
  readonly identity: SkillIdentity;
  readonly clock: Clock;
  readonly trace: AlexaTrace;
  readonly newId: () => string;
  readonly progressiveResponses: ProgressiveResponses;
  /** What shall be wrong with the next request, if anything. */
  readonly takeFault: () => RequestFault | undefined;
}

/** Sends a request to the skill; the session is absent where the request belongs to none. */
export type SkillLine = (
  request: SkillRequest,
  session: SkillSession | undefined,
  turn: TurnRecord,
) => Promise<SkillAnswer>;

/** Wraps requests in their envelopes, and writes down what goes over the line. */
export function skillLine(ports: SkillLinePorts): SkillLine {
  const { skill, identity, clock, trace, newId, progressiveResponses } = ports;
  return async (request, session, turn) => {
    const requestId = `amzn1.echo-api.request.${newId()}`;
    const missing = ports.takeFault()?.field;
    const envelope = requestEnvelope({
      identity,
      request,
      requestId,
      now: clock.now(),
      ...(session && { session }),
      ...(missing && { missing }),
    });
    trace(skillAsked(request, envelope));
    progressiveResponses.open(requestId, (speech) => turn.say(speech));
    const answer = await askSkill(envelope, skill, clock);
    progressiveResponses.close();
    trace(skillAnswered(answer));
    if (answer.response?.notEmulated.length) trace(leftAlone(answer.response.notEmulated));
    turn.exchange(exchangeOf(envelope, answer));
    return answer;
  };
}

function exchangeOf(request: object, { payload, problem, cause, durationMs }: SkillAnswer) {
  return {
    request,
    ...(payload !== undefined && { response: payload }),
    ...(problem !== undefined && { problem: cause ?? problem }),
    durationMs,
  };
}
