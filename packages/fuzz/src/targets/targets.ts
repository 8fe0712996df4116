import { accessToken } from "./access-token.ts";
import { alexaEnvelope } from "./alexa-envelope.ts";
import { callEvents } from "./call-events.ts";
import { callForm } from "./call-form.ts";
import { connectEvent } from "./connect-event.ts";
import { contactFlow } from "./contact-flow.ts";
import { contextApi } from "./context-api.ts";
import { routesDocument } from "./routes-document.ts";
import { sdp } from "./sdp.ts";
import { sipMessage } from "./sip-message.ts";
import { smaAnswer } from "./sma-answer.ts";
import { smaEvent } from "./sma-event.ts";
import type { Target } from "./target.ts";
import { userToUser } from "./user-to-user.ts";

/** Everything that reads what others send, by its name on the command line. */
export const targets = {
  "user-to-user": () => userToUser,
  "sma-event": () => smaEvent,
  "sma-answer": () => smaAnswer,
  "connect-event": connectEvent,
  routes: () => routesDocument,
  "call-form": callForm,
  "alexa-envelope": alexaEnvelope,
  "context-api": () => contextApi,
  "access-token": () => accessToken,
  "call-events": () => callEvents,
  "sip-message": () => sipMessage,
  sdp: () => sdp,
  "contact-flow": () => contactFlow,
} satisfies Readonly<Record<string, (callFormFile: string) => Target>>;

export type TargetName = keyof typeof targets;
export const targetNames = Object.keys(targets) as readonly TargetName[];
