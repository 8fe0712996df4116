import { waited } from "@skill-call/emulation";
import type { StartBotConversationAction } from "@skill-call/pstn-audio";
import { botFor, intentResult } from "../bots/bots.ts";
import { talksWithBot } from "../call-story.ts";
import { systemError } from "./action-errors.ts";
import type { EmulatedAction } from "./emulated-action.ts";

const defaultDurationMs = 3000;

/** Answers the call and has the scripted bot of the alias talk with the leg. */
export const startBotConversation: EmulatedAction = async (scope) => {
  const { ports, signal } = scope;
  const parameters = scope.action.parameters as unknown as StartBotConversationAction["Parameters"];
  const bot = botFor(ports.bots, parameters.BotAliasArn);
  if (!bot) {
    ports.log(
      "StartBotConversation: no bot of the configuration has this alias, nor is there a default.",
    );
    return { outcome: "failed", error: systemError };
  }
  scope.dispatch({ type: "caller-answered" });
  if ("fails" in bot) {
    const message = "The bot could not be reached.";
    return { outcome: "failed", error: { type: bot.fails, message } };
  }
  scope.tell(talksWithBot(scope.farEnd, bot));
  await waited({ clock: ports.clock, ms: bot.durationMs ?? defaultDurationMs, signal });
  const sessionAttributes = parameters.Configuration?.SessionState?.SessionAttributes ?? {};
  const conversation = { sessionId: ports.newId(), sessionAttributes };
  return { outcome: "succeeded", result: { IntentResult: intentResult(bot, conversation) } };
};
