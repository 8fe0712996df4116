/** What there is to choose from. */
export interface ConsoleSetup {
  readonly locales: readonly OfferedLocale[];
  readonly cases: readonly OfferedCase[];
  /** Reasons that the sample routes know, and one that they do not. */
  readonly reasons: readonly string[];
  readonly faults: readonly OfferedFault[];
  /** There is a skill to talk to. */
  readonly talks: boolean;
  /** The context API runs: its page can be shown in a frame. */
  readonly framesAgent: boolean;
}

interface OfferedLocale {
  readonly locale: string;
  /** Of the sample caller. */
  readonly callerNumber: string;
}

interface OfferedCase {
  readonly case: number;
  readonly title: string;
  /** What the sample caller says, by locale. */
  readonly says: Readonly<Record<string, readonly string[]>>;
}

export interface OfferedFault {
  readonly name: string;
  readonly sentence: string;
  /** Where it can be met: from the first word on, in a call placed straight at the application, or in both. */
  readonly in: readonly ("conversation" | "call")[];
}

/** A caller at a new Alexa device. */
export interface CallerAtDevice {
  readonly locale: string;
  /** E.164. */
  readonly callerNumber: string;
  /** The skill may read the number already. */
  readonly numberGranted: boolean;
  /** The customer has switched calling on. */
  readonly callingEnabled: boolean;
}

/** What a turn leaves the caller with. */
export interface Reply {
  /** The microphone is open: the skill waits for an answer. */
  readonly sessionOpen: boolean;
  /** A call came of it. */
  readonly calls: boolean;
  /** What Alexa could not carry out. */
  readonly problems: readonly string[];
}

/** A call straight to the SIP media application. */
export interface StraightCall {
  readonly locale: string;
  /** E.164. */
  readonly callerNumber: string;
  readonly name: string;
  readonly accountId?: string;
  readonly reason: { readonly id: string; readonly text?: string };
}

/** Where the agent's page opens with a call's context. */
export interface AgentPageLinks {
  readonly frame: string;
  readonly window: string;
}
