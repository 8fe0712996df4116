import { defined } from "../defined.ts";
import {
  eitherLeg,
  type LegParameters,
  legParameters,
  type OnLeg,
} from "../parameters/leg-parameters.ts";
import { type ActionRules, accepted } from "../rules/action-rules.ts";
import { invalid } from "../rules/finding.ts";
import { optional, required } from "../rules/parameter-rules.ts";
import { anyText, object, textMatching } from "../rules/value-rules.ts";

/** Has an Amazon Lex V2 bot talk with a leg until one of its intents ends (guide, "StartBotConversation"). */
export interface StartBotConversationAction {
  readonly Type: "StartBotConversation";
  readonly Parameters: LegParameters & {
    readonly BotAliasArn: string;
    readonly LocaleId: string;
    readonly Configuration?: BotConfiguration;
  };
}

/** What the conversation starts from, in the words of Lex's own API. */
export interface BotConfiguration {
  readonly SessionState?: {
    readonly SessionAttributes?: Readonly<Record<string, string>>;
    readonly DialogAction?: { readonly Type: "ElicitIntent" | "Delegate" };
  };
  readonly WelcomeMessages?: readonly BotMessage[];
}

export interface BotMessage {
  readonly Content: string;
  readonly ContentType: "PlainText" | "SSML";
}

export const startBotConversationRules: ActionRules<StartBotConversationAction> = {
  parameters: {
    ...eitherLeg,
    BotAliasArn: required(
      textMatching(
        /^arn:aws:lex:[\w-]+:\d{12}:bot-alias\/\w+\/\w+$/,
        "is not the ARN of a Lex bot's alias: arn:aws:lex:<region>:<account>:bot-alias/<bot>/<alias>",
      ),
      invalid("BotAliasArn parameter value is invalid."),
    ),
    // AWS's own sample of an IVR with Lex leaves it out: the bot's first locale counts.
    LocaleId: optional(anyText, invalid("LocaleId parameter value is invalid.")),
    Configuration: optional(object),
  },
};

export type StartBotConversationOptions = OnLeg & {
  /** ARN of the alias of a Lex V2 bot; the bot needs a resource policy that lets voiceconnector.chime call it. */
  readonly botAliasArn: string;
  /** As Lex names it: `en_US`. */
  readonly localeId: string;
  readonly configuration?: BotConfiguration;
};

/**
 * Has a Lex bot talk with a leg.
 * @throws {ActionParameterError} when the service would refuse it
 * @example startBotConversation({ botAliasArn: "arn:aws:lex:us-east-1:111122223333:bot-alias/BOT/ALIAS", localeId: "en_US" })
 */
export function startBotConversation(
  options: StartBotConversationOptions,
): StartBotConversationAction {
  const Parameters = {
    ...legParameters(options),
    BotAliasArn: options.botAliasArn,
    LocaleId: options.localeId,
    ...defined({ Configuration: options.configuration }),
  };
  return accepted({ Type: "StartBotConversation", Parameters }, startBotConversationRules);
}
