import { SkillBuilders } from "ask-sdk-core";
import type { RequestEnvelope, ResponseEnvelope } from "ask-sdk-model";
import { createPlaceCall, type PlaceCallPorts } from "./calls/place-call.ts";
import { conversationReader } from "./conversation/session-attributes.ts";
import { createAnswerYes } from "./handlers/answer-yes.ts";
import { callIntentHandler } from "./handlers/call-intent.ts";
import { canFulfillHandler } from "./handlers/can-fulfill.ts";
import { cannotCallHandler } from "./handlers/cannot-call.ts";
import { dontKnowHandler } from "./handlers/dont-know.ts";
import { doubtHandler } from "./handlers/doubt.ts";
import { emergencyHandler } from "./handlers/emergency.ts";
import { errorHandler } from "./handlers/error.ts";
import { fallbackHandler } from "./handlers/fallback.ts";
import { helpHandler } from "./handlers/help.ts";
import { launchHandler } from "./handlers/launch.ts";
import { noHandler } from "./handlers/no.ts";
import { noReplyHandler } from "./handlers/no-reply.ts";
import { repeatHandler } from "./handlers/repeat.ts";
import { sessionResumedHandler } from "./handlers/session-resumed.ts";
import { startOverHandler } from "./handlers/start-over.ts";
import { stopHandler } from "./handlers/stop.ts";
import { yesHandler } from "./handlers/yes.ts";
import { conversationInterceptor } from "./interceptors/conversation.ts";
import { dangerInterceptor } from "./interceptors/danger.ts";
import { type HearingPorts, hearingInterceptor } from "./interceptors/hearing.ts";
import { localisation } from "./interceptors/localisation.ts";
import { requestLogging, responseLogging } from "./interceptors/logging.ts";
import { type Catalogs, createCatalogs } from "./locales/create-catalogs.ts";
import { readEnvelope } from "./read-envelope.ts";
import { refusalOfSkill } from "./refusal-of-skill.ts";
import { createEars } from "./safety/ears.ts";

export interface SkillPorts extends PlaceCallPorts, HearingPorts {
  readonly newContextId: () => string;
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
    return skill.invoke(envelope, context);
  };
}

function buildSkill(ports: SkillPorts, catalogs: Catalogs) {
  const { log, measure, annotate, starter } = ports;
  const placeCall = createPlaceCall(ports);
  const answerYes = createAnswerYes({ placeCall, rings: starter.rings, measure });
  const readConversation = conversationReader(ports.form);
  const callIntentPorts = { answerYes };
  return SkillBuilders.custom()
    .addRequestInterceptors(
      requestLogging({ log, annotate }),
      localisation(catalogs),
      conversationInterceptor({ newContextId: ports.newContextId, readConversation }),
      hearingInterceptor(ports),
      dangerInterceptor(createEars()),
    )
    .addRequestHandlers(
      canFulfillHandler,
      // Before everything else that is said: whatever the skill is about, whatever of it is out of order.
      emergencyHandler,
      doubtHandler(callIntentPorts),
      cannotCallHandler(starter),
      launchHandler,
      callIntentHandler(callIntentPorts),
      dontKnowHandler,
      yesHandler(answerYes),
      noHandler,
      helpHandler,
      repeatHandler,
      startOverHandler,
      stopHandler,
      sessionResumedHandler(answerYes),
      fallbackHandler,
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
