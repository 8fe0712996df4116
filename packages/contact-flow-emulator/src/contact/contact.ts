import type { EventHook } from "@skill-call/contact-flow";

export type Channel = "VOICE" | "TASK";

/** How a contact ended; `DisconnectReason` of the contact record. */
export type DisconnectReason =
  | "CUSTOMER_DISCONNECT"
  | "AGENT_DISCONNECT"
  | "THIRD_PARTY_DISCONNECT"
  | "CONTACT_FLOW_DISCONNECT"
  | "OUTBOUND_DESTINATION_ENDPOINT_ERROR"
  | "OUTBOUND_ATTEMPT_FAILED"
  | "API"
  | "TELECOM_PROBLEM"
  | "TELECOM_BUSY"
  | "TELECOM_TIMEOUT";

export interface Queue {
  readonly arn: string;
  readonly name: string;
}

/** What a contact is made of when it begins. */
export interface NewContact {
  readonly contactId: string;
  readonly instanceArn: string;
  readonly channel: Channel;
  /** `API`, `INBOUND`. */
  readonly initiationMethod: string;
  /** E.164. */
  readonly customerNumber?: string;
  /** E.164. */
  readonly systemNumber?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly references?: Readonly<Record<string, { readonly Type: string; readonly Value: string }>>;
  readonly name?: string;
  readonly description?: string;
  readonly relatedContactId?: string;
  readonly languageCode?: string;
}

/** A contact on its way. One object a contact; actions of its flows change it. */
export class Contact {
  readonly begun: NewContact;
  readonly attributes: Record<string, string>;
  readonly flowAttributes: Record<string, string> = {};
  readonly eventHooks: Partial<Record<EventHook, string>> = {};
  readonly loops: Map<string, number> = new Map();
  /** `$.External`: the last answer of a Lambda. */
  external: unknown = {};
  storedInput = "";
  flowLogging = false;
  voice = "Joanna";
  targetQueue: Queue | undefined;
  /** Epoch milliseconds of what has happened so far. */
  readonly times: {
    initiated: number;
    connected?: number;
    queued?: number;
    agent?: number;
    ended?: number;
  };
  agentName: string | undefined;
  disconnectReason: DisconnectReason | undefined;

  constructor(begun: NewContact, now: number) {
    this.begun = begun;
    this.attributes = { ...begun.attributes };
    this.times = { initiated: now };
  }

  get id(): string {
    return this.begun.contactId;
  }

  get over(): boolean {
    return this.times.ended !== undefined;
  }
}
