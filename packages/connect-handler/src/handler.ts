import { hashContextId } from "@skill-call/call-context";
import { type ContactFlowEvent, isContactFlowError, readEvent } from "@skill-call/contact-flow";
import { deadlineIn } from "@skill-call/lambda-config";
import { faultFacts } from "@skill-call/telemetry";
import { type Answer, writeAnswer } from "./answer.ts";
import type { Config } from "./config/config.ts";
import { OutOfTimeError } from "./errors.ts";
import type { Ports } from "./ports.ts";
import { portsFor } from "./rehearsal.ts";
import { next } from "./steps/next.ts";
import { nobody } from "./steps/nobody.ts";
import { route } from "./steps/route.ts";
import { type Outcome, type Step, type StepName, stepOf } from "./steps/step.ts";
import { whisper } from "./steps/whisper.ts";
import { answerWithinMs, reserveMs } from "./time/budgets.ts";

/** What of the Lambda's own context is used. */
export interface LambdaContext {
  getRemainingTimeInMillis?(): number;
}

export type Handler = (rawEvent: unknown, context?: LambdaContext) => Promise<Answer>;

const steps: Readonly<Record<StepName, Step>> = { route, next, nobody, whisper };

/** The handler of the flow's "AWS Lambda function" blocks. It always answers, and in time, whatever hangs or breaks. */
export function createHandler(config: Config, ports: Ports): Handler {
  return async (rawEvent, context) => {
    config.routes.refresh();
    const event = read(rawEvent, ports);
    if (event === undefined) return writeAnswer(toFallback(config));
    const remainingMs = context?.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY;
    return answer(event, { config, ports: portsFor(event, ports), remainingMs });
  };
}

/** `undefined` for anything but an event of a contact: its sender is answered like a contact without a context. */
function read(rawEvent: unknown, { log }: Ports): ContactFlowEvent | undefined {
  try {
    return readEvent(rawEvent);
  } catch (error) {
    const isFormat = isContactFlowError(error, "contact-flow.event-format");
    log("error", "event.unreadable", { reason: isFormat ? error.message : "unknown" });
    return undefined;
  }
}

interface Surroundings {
  readonly config: Config;
  readonly ports: Ports;
  readonly remainingMs: number;
}

async function answer(event: ContactFlowEvent, around: Surroundings): Promise<Answer> {
  const { config, ports, remainingMs } = around;
  const startedAt = ports.clock.monotonic();
  const deadline = deadlineIn(Math.min(answerWithinMs, remainingMs - reserveMs), {
    clock: ports.clock,
    outOfTime: (budgetMs) => new OutOfTimeError(budgetMs),
  });
  const step = stepOf(event.parameters);
  const outcome = await carryOut(step, { event, config, ports, deadline });
  const written = writeAnswer(outcome.values);
  tell({ event, step, outcome, route: written.route, ports, startedAt });
  return written;
}

async function carryOut(step: StepName, invocation: Parameters<Step>[0]): Promise<Outcome> {
  try {
    return await steps[step](invocation);
  } catch (error) {
    const { event, ports, config } = invocation;
    const contactId = event.initialContactId;
    ports.log("error", "step.broke", { contactId, step, ...faultFacts(error) });
    return { values: toFallback(config) };
  }
}

function toFallback({ fallbackQueueArn }: Config): Outcome["values"] {
  return { route: "queue", queueArn: fallbackQueueArn, tried: "1" };
}

interface Told {
  readonly event: ContactFlowEvent;
  readonly step: StepName;
  readonly outcome: Outcome;
  readonly route: string;
  readonly ports: Ports;
  readonly startedAt: number;
}

function tell({ event, step, outcome, route, ports, startedAt }: Told): void {
  const { contextId } = event.attributes;
  const contextHash = contextId && hashContextId(contextId);
  ports.annotate({ event: step, outcome: route, contextHash });
  ports.log("info", "contact.step", {
    contactId: event.initialContactId,
    channel: event.channel,
    initiationMethod: event.initiationMethod,
    step,
    route,
    contextHash,
    contextProblem: outcome.contextProblem,
    ...outcome.facts,
    tookMs: Math.round(ports.clock.monotonic() - startedAt),
  });
}
