/** What a Lex bot comes to in a conversation, as its script says. */
export interface BotScript {
  /** Name of the intent that the conversation ends with. */
  readonly intent: string;
  /** What was said for each slot; null for one that was not filled. */
  readonly slots?: Readonly<Record<string, string | null>>;
  /** Lex's own words; `Fulfilled` without it. */
  readonly state?:
    | "Failed"
    | "Fulfilled"
    | "FulfillmentInProgress"
    | "InProgress"
    | "ReadyForFulfillment";
  readonly sessionAttributes?: Readonly<Record<string, string>>;
  /** How long the conversation takes, ms; 3,000 without it. */
  readonly durationMs?: number;
}

/** The action fails, as it does where the bot's resource policy does not let the service in. */
export interface BotFailure {
  readonly fails: "AccessDenied" | "SystemException";
}

/** A bot of a test: hears what the caller says. */
export type ListeningBot = (said: string) => BotScript;

export type Bot = BotScript | BotFailure | ListeningBot;

/** Bots by the ARN of their alias; `default` is any other's. */
export type Bots = Readonly<Record<string, Bot>>;

export function botFor(bots: Bots, aliasArn: string): Bot | undefined {
  return Object.hasOwn(bots, aliasArn) ? bots[aliasArn] : bots.default;
}

export interface Conversation {
  readonly sessionId: string;
  /** Those that the action started with. */
  readonly sessionAttributes: Readonly<Record<string, string>>;
}

/** `IntentResult`, as an event tells what a conversation came to (guide, "StartBotConversation"). */
export function intentResult(script: BotScript, { sessionId, sessionAttributes }: Conversation) {
  const intent = {
    Name: script.intent,
    Slots: Object.fromEntries(
      Object.entries(script.slots ?? {}).map(([name, said]) => [name, slot(said)]),
    ),
    State: script.state ?? "Fulfilled",
    ConfirmationState: "None",
  };
  return {
    SessionId: sessionId,
    SessionState: {
      SessionAttributes: { ...sessionAttributes, ...script.sessionAttributes },
      Intent: intent,
    },
    Interpretations: [{ NluConfidence: { Score: "1.0" }, Intent: intent }],
  };
}

/** As an event carries it. */
export type IntentResult = ReturnType<typeof intentResult>;

function slot(said: string | null) {
  if (said === null) return null;
  return {
    Value: { OriginalValue: said, InterpretedValue: said, ResolvedValues: [said] },
    Values: [],
  };
}
