import type { AlexaTraceEvent } from "./alexa-trace.ts";
import type { ApiExchange } from "./api/alexa-api.ts";
import type { CommunicationRequest } from "./api/communication-request.ts";
import type { Speech } from "./response/speech.ts";
import type { SkillAnswer } from "./session/ask-skill.ts";
import type { SkillRequest } from "./session/request-envelope.ts";

/** One step of a conversation's story. */
type AlexaStep = Omit<AlexaTraceEvent, "at">;

export function callerSpoke(text: string): AlexaStep {
  const label = text === "" ? "says nothing" : `“${text}”`;
  return { from: "caller", to: "alexa", kind: "caller.utterance", label, detail: { text } };
}

export function alexaSpoke(speech: Speech): AlexaStep {
  const label = `“${speech.text}”`;
  return { from: "alexa", to: "caller", kind: "alexa.speech", label, detail: speech };
}

export function skillAsked(request: SkillRequest, envelope: object): AlexaStep {
  const label = requestLabel(request);
  return { from: "alexa", to: "skill", kind: "skill.request", label, detail: envelope };
}

export function skillAnswered(answer: SkillAnswer): AlexaStep {
  const { payload, response, problem, cause, durationMs } = answer;
  const isRefused = problem !== undefined;
  const label = isRefused
    ? `refused: ${cause ?? problem}`
    : responseLabel(response?.directive?.type);
  const kind = isRefused ? "skill.response-refused" : "skill.response";
  const detail = { payload, ...(problem && { problem }), ...(cause && { cause }) };
  return { from: "skill", to: "alexa", kind, label, durationMs, detail };
}

/** Well formed, and still nothing that Alexa can carry out. */
export function responseRefused(problem: string): AlexaStep {
  return {
    from: "alexa",
    to: "alexa",
    kind: "skill.response-refused",
    label: `refused: ${problem}`,
    detail: { problem },
  };
}

export function leftAlone(directives: readonly string[]): AlexaStep {
  const label = `kept, not carried out: ${directives.join(", ")}`;
  return { from: "alexa", to: "alexa", kind: "alexa.not-emulated", label, detail: { directives } };
}

export function apiAsked(exchange: ApiExchange): AlexaStep {
  const { api, answer, fault, durationMs } = exchange;
  const label = `${api}: ${fault?.kind ?? answer?.status}`;
  return { from: "skill", to: "alexa", kind: "alexa.api", label, durationMs, detail: exchange };
}

export function callStarted(request: CommunicationRequest): AlexaStep {
  const label = `the device calls ${request.to}`;
  return { from: "alexa", to: "pstn-audio", kind: "alexa.call", label, detail: request };
}

function requestLabel(request: SkillRequest): string {
  switch (request.type) {
    case "IntentRequest":
      return ["IntentRequest", request.intent.name, request.dialogState ?? ""].join(" ").trimEnd();
    case "SessionEndedRequest":
      return `SessionEndedRequest ${request.reason}`;
    case "SessionResumedRequest":
      return `SessionResumedRequest ${request.cause.result.status}`;
    default:
      return request.type;
  }
}

function responseLabel(directive: string | undefined): string {
  return directive ? `response with ${directive}` : "response";
}
