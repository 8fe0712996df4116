import { waited } from "@skill-call/emulation";
import type { StartBotConversationAction } from "@skill-call/pstn-audio";
import { type BotScript, botFor, intentResult, type ListeningBot } from "../bots/bots.ts";
import { talksWithBot } from "../call-story.ts";
import { systemError } from "./action-errors.ts";
import type { ActionScope, EmulatedAction } from "./emulated-action.ts";
import { say } from "./say.ts";

const defaultDurationMs = 3000;

/** Answers the call and has the scripted bot of the alias talk with the leg. */
export const startBotConversation: EmulatedAction = async (scope) => {
  const { ports, signal } = scope;
  const parameters = scope.action.parameters as unknown as StartBotConversationAction["Parameters"];
  const bot = botFor(ports.bots, parameters.BotAliasArn);
  if (!bot) {
    const why = "no bot of the configuration has this alias, nor is there a default one";
    return { outcome: "failed", error: systemError, why };
  }
  scope.dispatch({ type: "caller-answered" });
  if ("fails" in bot) {
    const message = "The bot could not be reached.";
    return { outcome: "failed", error: { type: bot.fails, message } };
  }
  await welcome(scope, parameters);
  const script = typeof bot === "function" ? await heardBy(bot, scope) : bot;
  scope.tell(talksWithBot(scope.farEnd, script));
  if (script === bot) {
    await waited({ clock: ports.clock, ms: script.durationMs ?? defaultDurationMs, signal });
  }
  const sessionAttributes = parameters.Configuration?.SessionState?.SessionAttributes ?? {};
  const conversation = { sessionId: ports.newId(), sessionAttributes };
  return { outcome: "succeeded", result: { IntentResult: intentResult(script, conversation) } };
};

/** What the bot says first; SSML among it is said as such. */
async function welcome(
  scope: ActionScope,
  { Configuration }: StartBotConversationAction["Parameters"],
): Promise<void> {
  for (const { Content, ContentType } of Configuration?.WelcomeMessages ?? []) {
    const TextType = ContentType === "SSML" ? "ssml" : "text";
    await say(scope, { Text: Content, TextType }, scope.signal);
  }
}

/** Lex waits for so long, and then once more, before it gives up. */
const patienceMs = 60_000;

const nobodySpoke: BotScript = { intent: "FallbackIntent", state: "Failed" };

function heardBy(bot: ListeningBot, scope: ActionScope): Promise<BotScript> {
  const { ports, signal, callId } = scope;
  return new Promise((resolve) => {
    const end = (script: BotScript) => {
      deafen();
      cancel();
      signal.removeEventListener("abort", giveUp);
      resolve(script);
    };
    const giveUp = () => end(nobodySpoke);
    const deafen = scope.onSaid(callId, (said) => end(bot(said)));
    const cancel = ports.clock.after(patienceMs, giveUp);
    signal.addEventListener("abort", giveUp);
  });
}
