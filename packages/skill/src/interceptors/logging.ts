import type { RequestInterceptor, ResponseInterceptor } from "ask-sdk-core";
import type { Request } from "ask-sdk-model";
import type { Log, LogFields } from "../log/log.ts";

/** Logs what kind of request came: never a slot, an attribute, a token or a user. */
export function requestLogging(log: Log): RequestInterceptor {
  return {
    process({ requestEnvelope: { request, session } }) {
      const { type, requestId, locale } = request;
      const newSession = session?.new;
      log("info", "request", { type, requestId, locale, newSession, ...factsOf(request) });
    },
  };
}

function factsOf(request: Request): LogFields {
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
