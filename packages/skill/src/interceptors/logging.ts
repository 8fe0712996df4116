import type { Annotate, Log, LogFields } from "@skill-call/telemetry";
import type { RequestInterceptor, ResponseInterceptor } from "ask-sdk-core";
import type { Request } from "ask-sdk-model";

export interface RequestLoggingPorts {
  readonly log: Log;
  readonly annotate: Annotate;
}

/** Tells what kind of request came: never a slot, an attribute, a token or a user. */
export function requestLogging({ log, annotate }: RequestLoggingPorts): RequestInterceptor {
  return {
    process({ requestEnvelope: { request, session } }) {
      const { type, requestId, locale } = request;
      const newSession = session?.new;
      const { intent, ...facts } = factsOf(request);
      log("info", "request", { type, requestId, locale, newSession, intent, ...facts });
      annotate({ event: type, intent });
    },
  };
}

function factsOf(request: Request): LogFields & { readonly intent?: string } {
  if (request.type === "IntentRequest") return { intent: request.intent.name };
  if (request.type === "SessionEndedRequest") {
    return { reason: request.reason, error: request.error?.type };
  }
  return request.type === "System.ExceptionEncountered" ? { error: request.error?.type } : {};
}

/** Logs what kind of answer left. */
export function responseLogging(log: Log): ResponseInterceptor {
  return {
    process(_input, response) {
      const directives = (response?.directives ?? []).map(({ type }) => type);
      log("info", "response", { directives, endsSession: response?.shouldEndSession === true });
    },
  };
}
