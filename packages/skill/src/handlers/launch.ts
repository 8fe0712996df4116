import { getRequestType, type RequestHandler } from "ask-sdk-core";
import { ask } from "../alexa/ask.ts";
import { turnOf } from "../alexa/turn.ts";

export const launchHandler: RequestHandler = {
  canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === "LaunchRequest",
  handle: (input) => ask(input, { ...turnOf(input), remarks: ["welcome"] }),
};
