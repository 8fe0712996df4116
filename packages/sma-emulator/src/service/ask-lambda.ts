import type { Clock } from "@skill-call/emulation";
import { type AnswerProblem, type EventType, readEvent } from "@skill-call/pstn-audio";
import { readAnswer } from "./answers/read-answer.ts";
import type { CallInput } from "./call/call-input.ts";
import type { CallState } from "./call/call-state.ts";
import type { Notice } from "./call/notice.ts";
import {
  answerJudged,
  type CallStep,
  lambdaAnswered,
  lambdaAsked,
  lambdaFailed,
} from "./call-story.ts";
import type { SipMediaApplication } from "./configuration.ts";
import { type Delivered, deliver } from "./delivery/deliver.ts";
import type { DeliveryFault } from "./delivery/delivery-faults.ts";
import type { OpenInvocations } from "./delivery/open-invocations.ts";
import { type GuideVariation, varied } from "./events/guide-variations.ts";
import type { WireEvent } from "./events/wire-event.ts";
import { writeEvent } from "./events/write-event.ts";
import type { Limits } from "./limits.ts";
import type { LogLine } from "./service-log.ts";

export interface LambdaPorts {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly invocations: OpenInvocations;
  readonly awsAccountId: string;
  readonly ownedNumbers: readonly string[];
  readonly variations: readonly GuideVariation[];
  readonly takeFault: (eventType: EventType) => DeliveryFault | undefined;
  readonly tell: (step: CallStep) => void;
  readonly log: (level: LogLine["level"], message: string) => void;
}

export interface Question {
  readonly state: CallState;
  readonly notice: Notice;
  readonly application: SipMediaApplication;
}

/** Tells the Lambda what happened and brings back what it makes of it. */
export async function askLambda(question: Question, ports: LambdaPorts): Promise<CallInput> {
  const event = eventOf(question, ports);
  const sent = varied(event, ports.variations);
  ports.tell(lambdaAsked(event, sent));
  const delivered = await deliver({
    invoke: (asked) => ports.invocations.invoke(question.application.lambda, asked),
    event: sent,
    clock: ports.clock,
    answerMs: ports.limits.answerMs,
    takeFault: () => ports.takeFault(question.notice.type),
    onFailure: (failure) => {
      ports.tell(lambdaFailed(failure));
      ports.log("error", `The Lambda gave no answer: ${failure.errorType}`);
    },
  });
  return delivered.type === "failed"
    ? { type: "lambda-failed", attempts: delivered.attempts }
    : judged(delivered, event, ports);
}

function eventOf({ state, notice, application }: Question, ports: LambdaPorts): WireEvent {
  return writeEvent(state, notice, {
    awsAccountId: ports.awsAccountId,
    awsRegion: application.awsRegion,
    sipMediaApplicationId: application.id,
  });
}

type Answered = Extract<Delivered, { readonly type: "answered" }>;

function judged(
  { payload, durationMs, attempts }: Answered,
  event: WireEvent,
  ports: LambdaPorts,
): CallInput {
  ports.tell(lambdaAnswered(payload, durationMs));
  const { type: eventType, legs } = readEvent(event);
  const { verdict, problems } = readAnswer(payload, {
    eventType,
    legs,
    ownedNumbers: ports.ownedNumbers,
    maxAttributes: ports.limits.attributes,
  });
  for (const problem of problems) {
    ports.tell(answerJudged(problem));
    ports.log(problem.severity === "error" ? "error" : "warn", problemLine(problem));
  }
  return { type: "lambda-answered", verdict, attempts };
}

function problemLine(problem: AnswerProblem): string {
  const hint = problem.severity === "error" ? ` (${problem.hint})` : "";
  return `${problem.field || "The answer"}: ${problem.message}${hint}`;
}
