/** What there is to choose from. */
export type ConsoleSetup = LaptopSetup | EmulatorSetup | RecordsSetup;

/** The whole flow, with a skill to talk to and an agent's desk. */
export interface LaptopSetup {
  readonly mode: "laptop";
  readonly locales: readonly OfferedLocale[];
  readonly cases: readonly OfferedCase[];
  /** Of the call form. */
  readonly reasons: readonly string[];
  /** What else the call form asks, in its order. */
  readonly fields: readonly OfferedField[];
  readonly faults: readonly OfferedFault[];
  /** So many calls are kept. */
  readonly mostCalls: number;
}

/** Somebody's own SMA Lambda behind real SIP: calls come from elsewhere. */
export interface EmulatorSetup {
  readonly mode: "emulator";
  /** Numbers that SIP media applications have, and the SIP URIs that call them. */
  readonly numbers: readonly OfferedNumber[];
  /** Numbers that the service may call from. */
  readonly ownNumbers: readonly string[];
  /** IDs. */
  readonly applications: readonly string[];
  /** Endpoint URL. */
  readonly voiceApi: string;
  readonly faults: readonly {
    readonly kind: DeliveryFaultPlan["kind"];
    readonly sentence: string;
  }[];
  /** Events that a fault can be kept to. */
  readonly events: readonly string[];
  readonly mostCalls: number;
}

/** Calls that took place elsewhere, to be looked at. */
export interface RecordsSetup {
  readonly mode: "records";
  /** Where they are from, in words. */
  readonly what: string;
}

interface OfferedLocale {
  readonly locale: string;
  /** Of the sample caller. */
  readonly callerNumber: string;
}

export interface OfferedCase {
  readonly case: number;
  readonly title: string;
  /** What the sample caller says, by locale. */
  readonly says: Readonly<Record<string, readonly string[]>>;
}

export interface OfferedField {
  readonly id: string;
  readonly label: string;
  /** Shown masked. */
  readonly sensitive: boolean;
  /** What it can be answered with, where that is a list. */
  readonly choices: readonly { readonly id: string; readonly name: string }[];
}

export interface OfferedFault {
  readonly name: string;
  readonly sentence: string;
  /** Where it can be met: from the first word on, in a call placed straight at the application, or in both. */
  readonly in: readonly ("conversation" | "call")[];
}

interface OfferedNumber {
  /** E.164. */
  readonly number: string;
  /** In the order in which they are asked. */
  readonly applications: readonly string[];
  readonly uris: readonly string[];
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
  /** By their IDs, as they are typed. */
  readonly fields: Readonly<Record<string, string>>;
  readonly reason: { readonly id: string; readonly text?: string };
}

/** Where the agent's page opens with a call's context. */
export interface AgentPageLinks {
  readonly frame: string;
  readonly window: string;
}

/** A call that the service is to place. */
export interface OutboundCall {
  /** ID of the SIP media application. */
  readonly application: string;
  /** E.164. */
  readonly from: string;
  /** E.164. */
  readonly to: string;
}

/** What shall befall the events to come on their way to the Lambda. */
export interface DeliveryFaultPlan {
  readonly kind: "not-invoked" | "answer-lost" | "duplicate" | "delay";
  /** How long an event is kept back; of `delay` only. */
  readonly ms?: number;
  /** Only events of this type; every one without it. */
  readonly event?: string;
  /** How many events are still to meet it; all without it. */
  readonly times?: number;
}
