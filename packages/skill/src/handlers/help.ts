import type { RequestHandler } from "ask-sdk-core";
import { askWithHelp } from "../alexa/ask.ts";
import { isIntent } from "./is-intent.ts";

export const helpHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, "AMAZON.HelpIntent"),
  handle: askWithHelp,
};
