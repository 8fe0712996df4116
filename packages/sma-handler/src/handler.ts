import { hashContextId } from "@skill-call/call-context";
import {
  type Answer,
  answer as answerWith,
  isPstnAudioError,
  type PstnAudioEvent,
  readEvent,
  UnknownEventTypeError,
} from "@skill-call/pstn-audio";
import { harmlessHangUp } from "./call/next-move.ts";
import { surroundingsOf } from "./canary.ts";
import type { Config } from "./config/config.ts";
import { type Decision, decide } from "./decide.ts";
import type { Ports } from "./ports.ts";
import { portsFor } from "./rehearsal.ts";
import { soundAnswer } from "./sound-answer.ts";

/** What of the Lambda's own context is used. */
export interface LambdaContext {
  getRemainingTimeInMillis?(): number;
}

export type Handler = (rawEvent: unknown, context?: LambdaContext) => Promise<Answer>;

/**
 * The SIP media application's handler.
 * @throws {EventFormatError} from the handler, for what is not an event of the service: then the service itself ends the call
 */
export function createHandler(whole: Config, everyPort: Ports): Handler {
  return async (rawEvent, context) => {
    const startedAt = everyPort.clock.monotonic();
    whole.routes.refresh();
    const event = read(rawEvent, everyPort);
    if (event === undefined) return answerWith([]);
    const { config, ports } = surroundingsOf(event, {
      config: whole,
      ports: portsFor(event, everyPort),
    });
    const remainingMs = context?.getRemainingTimeInMillis?.();
    const decision = await decide(event, {
      config,
      ports,
      ...(remainingMs !== undefined && { remainingMs }),
    });
    const answer = soundAnswer(event, decision, ports.log);
    tell(event, decision, { ports, startedAt });
    return answer;
  };
}

/** `undefined` for a type of event that the service got later than this was written: the call is left as it is. */
function read(rawEvent: unknown, { log }: Ports): PstnAudioEvent | undefined {
  try {
    return readEvent(rawEvent);
  } catch (error) {
    if (error instanceof UnknownEventTypeError) {
      log("warn", "event.unknown-type");
      return undefined;
    }
    const isFormat = isPstnAudioError(error, "pstn-audio.event-format");
    log("error", "event.unreadable", { reason: isFormat ? error.message : "unknown" });
    throw error;
  }
}

interface Timing {
  readonly ports: Ports;
  readonly startedAt: number;
}

function tell(
  event: PstnAudioEvent,
  { move, outcome, before }: Decision,
  { ports, startedAt }: Timing,
): void {
  const { type, sequence, transactionId, error } = event;
  const { phase, contextId, contextProblem, position } = outcome.state;
  const contextHash = contextId && hashContextId(contextId);
  ports.annotate({ event: type, outcome: outcome.name, contextHash });
  ports.log(type === "INVALID_LAMBDA_RESPONSE" ? "error" : "info", "call.event", {
    transactionId,
    sequence,
    event: type,
    move,
    outcome: outcome.name,
    phase,
    contextHash,
    contextProblem,
    rule: position?.rule,
    destination: position?.destination,
    actions: outcome.actions.map(({ Type }) => Type),
    hangUp: harmlessHangUp(event, before),
    serviceError: error?.type,
    tookMs: Math.round(ports.clock.monotonic() - startedAt),
  });
}
