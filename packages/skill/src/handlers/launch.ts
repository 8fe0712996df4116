import { getRequestType, type RequestHandler } from "ask-sdk-core";
import { ask } from "../alexa/ask.ts";
import { turnOf } from "../alexa/turn.ts";
import { without } from "../conversation/conversation.ts";

export const launchHandler: RequestHandler = {
  canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === "LaunchRequest",
  handle(input) {
    const conversation = without(turnOf(input).conversation, "doubt");
    return ask(input, { conversation, remarks: ["welcome"] });
  },
};
