import { SkillBuilders } from "ask-sdk-core";
import type { RequestEnvelope, ResponseEnvelope } from "ask-sdk-model";
import { readEnvelope } from "./alexa/read-envelope.ts";
import { createWhileSlow, type WhileSlowPorts } from "./alexa/while-slow.ts";
import { createPlaceCall, type PlaceCallPorts } from "./calls/place-call.ts";
import { conversationReader } from "./conversation/session-attributes.ts";
import { createAnswerYes } from "./handlers/answer-yes.ts";
import { companyFactsHandlers, waitHandler } from "./handlers/asides.ts";
import { fallbackHandler, helpHandler, repeatHandler } from "./handlers/ask-again.ts";
import { launchHandler, startOverHandler } from "./handlers/begin.ts";
import { callIntentHandler } from "./handlers/call-intent.ts";
import { canFulfillHandler } from "./handlers/can-fulfill.ts";
import { cannotCallHandler, closedHandler } from "./handlers/cannot-call.ts";
import { changeHandler } from "./handlers/change.ts";
import { doubtHandler } from "./handlers/doubt.ts";
import { emergencyHandler } from "./handlers/emergency.ts";
import { errorHandler } from "./handlers/error.ts";
import { noReplyHandler, stopHandler } from "./handlers/leave.ts";
import { noEmergencyHandler } from "./handlers/no-emergency.ts";
import { sessionResumedHandler } from "./handlers/session-resumed.ts";
import { touchHandler } from "./handlers/touch.ts";
import { dontKnowHandler, noHandler, yesHandler } from "./handlers/yes-or-no.ts";
import { conversationInterceptor } from "./interceptors/conversation.ts";
import { dangerInterceptor } from "./interceptors/danger.ts";
import { type GivenNamePorts, givenNameInterceptor } from "./interceptors/given-name.ts";
import { type HearingPorts, hearingInterceptor } from "./interceptors/hearing.ts";
import { localisation } from "./interceptors/localisation.ts";
import { requestLogging, responseLogging } from "./interceptors/logging.ts";
import { type Catalogs, createCatalogs } from "./locales/create-catalogs.ts";
import { refusalOfSkill } from "./refusal-of-skill.ts";
import type { Ears } from "./safety/ears.ts";
import { asSpoken } from "./screen/touched.ts";

export interface SkillPorts extends PlaceCallPorts, HearingPorts, WhileSlowPorts, GivenNamePorts {
  readonly newContextId: () => string;
  /** Listen for danger in whatever is said. */
  readonly ears: Ears;
  /** Answers only this skill's requests. */
  readonly skillId?: string | undefined;
}

export type SkillHandler = (event: unknown, context?: unknown) => Promise<ResponseEnvelope>;

/** The skill, ready to answer Alexa's requests. */
export function createSkill(ports: SkillPorts): SkillHandler {
  const { log, skillId } = ports;
  const catalogs = createCatalogs(ports.form);
  const skill = buildSkill(ports, catalogs);
  return async (event, context) => {
    const envelope = readEnvelope(event);
    if (!isForSkill(envelope, skillId)) {
      log("warn", "request.of-another-skill", { type: envelope.request.type });
      return refusalOfSkill(envelope, catalogs);
    }
    return skill.invoke(asSpoken(envelope, ports.form), context);
  };
}

function buildSkill(ports: SkillPorts, catalogs: Catalogs) {
  const { log, measure, annotate, starter } = ports;
  const placeCall = createPlaceCall(ports);
  const answerYes = createAnswerYes({
    placeCall,
    whileSlow: createWhileSlow(ports),
    rings: starter.rings,
    measure,
  });
  const readConversation = conversationReader(ports.form);
  const callIntentPorts = { answerYes };
  return SkillBuilders.custom()
    .addRequestInterceptors(
      requestLogging({ log, annotate }),
      localisation(catalogs, starter),
      conversationInterceptor({ newContextId: ports.newContextId, readConversation }),
      hearingInterceptor(ports),
      dangerInterceptor(ports.ears),
      givenNameInterceptor(ports),
    )
    .addRequestHandlers(
      canFulfillHandler,
      // Before everything else that is said: whatever the skill is about, whatever of it is out of order.
      emergencyHandler,
      doubtHandler(callIntentPorts),
      cannotCallHandler(starter),
      closedHandler,
      launchHandler,
      callIntentHandler(callIntentPorts),
      changeHandler(callIntentPorts),
      dontKnowHandler,
      noEmergencyHandler,
      waitHandler,
      ...companyFactsHandlers,
      yesHandler(answerYes),
      noHandler,
      helpHandler,
      repeatHandler,
      startOverHandler,
      stopHandler,
      sessionResumedHandler(answerYes),
      fallbackHandler,
      touchHandler,
      noReplyHandler,
    )
    .addResponseInterceptors(responseLogging(log))
    .addErrorHandlers(errorHandler(log, catalogs))
    .create();
}

/** Not `withSkillId`: that throws before any error handler, and the caller would hear nothing. */
function isForSkill({ context, session }: RequestEnvelope, skillId: string | undefined): boolean {
  const application = context?.System?.application ?? session?.application;
  return skillId === undefined || application?.applicationId === skillId;
}
