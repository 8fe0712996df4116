import { writtenFlows } from "@skill-call/connect-handler/flows";
import {
  type AgentScript,
  type Connect,
  type Contact,
  createConnect,
} from "@skill-call/contact-flow-emulator";
import { waited } from "@skill-call/emulation";
import type { LambdaFunction } from "@skill-call/lambda-runner";
import { connectPhone, createScriptedPhones, type Phone } from "@skill-call/phones";
import { newIdOf } from "../callers/ids.ts";
import type { SimulatedCall } from "../callers/simulated-call.ts";
import {
  fallbackQueueArn,
  flowId,
  functionArn,
  instanceArn,
  instanceNumber,
  supportQueueArn,
  whisperFlowId,
} from "./contact-routes.ts";
import { calleeOf, longestTalkMs } from "./people.ts";
import type { VirtualClock } from "./virtual-clock.ts";

export interface ContactCentrePorts {
  readonly clock: VirtualClock;
  readonly lambda: LambdaFunction;
  readonly callOf: (id: string) => SimulatedCall | undefined;
  /** Told when a contact is over. */
  readonly onOver: (call: SimulatedCall) => void;
  /** Hears what EventBridge is told of a contact. */
  readonly onContactEvent: (call: SimulatedCall, event: unknown) => void;
}

/** What a starter asks of Amazon Connect's API. */
export interface ContactRequest {
  readonly operation: "outbound-voice" | "task";
  readonly body: string;
}

/** What of a contact says how its call goes. */
interface DescribedContact {
  readonly contextId: string | undefined;
  readonly answered: boolean;
  readonly goesOn: boolean;
}

interface ContactBody {
  readonly ClientToken: string;
  readonly Attributes: Readonly<Record<string, string>>;
  readonly DestinationPhoneNumber?: string;
  readonly SourcePhoneNumber?: string;
  readonly RingTimeoutInSeconds?: number;
  readonly Name?: string;
}

/** Enough that nobody waits for one for long; each is as their contact's chance has it. */
const agentsOfQueue = 500;

/** An instance of Amazon Connect with the flows that are deployed: the emulator's, under the simulated clock. */
export class ContactCentre {
  readonly #ports: ContactCentrePorts;
  readonly #connect: Connect;
  /** By ClientToken, which stands for one contact. */
  readonly #asked = new Set<string>();

  constructor(ports: ContactCentrePorts) {
    this.#ports = ports;
    this.#connect = this.#open();
  }

  /** StartOutboundVoiceContact or StartTaskContact. */
  start(call: SimulatedCall, { operation, body }: ContactRequest): void {
    const request = JSON.parse(body) as ContactBody;
    if (this.#asked.has(request.ClientToken)) return;
    this.#asked.add(request.ClientToken);
    call.starts.push(request.Attributes.contextId ?? "");
    const contact = {
      contactId: newIdOf(call.index, call.chance),
      attributes: request.Attributes,
      ...(request.Name !== undefined && { name: request.Name }),
    };
    const { contacts } = this.#connect;
    const live =
      operation === "task"
        ? contacts.startTask(flowId, contact)
        : contacts.startOutboundVoice({
            flowId,
            to: request.DestinationPhoneNumber ?? "",
            from: request.SourcePhoneNumber ?? "",
            ringTimeoutMs: 1000 * (request.RingTimeoutInSeconds ?? 60),
            contact,
          });
    call.contacts.push({ contact: live.contact, askedFor: body, notices: [] });
    void live.over.then(() => this.#ports.onOver(call));
  }

  /** DescribeContact. */
  describe(contactId: string): DescribedContact {
    const contacts = this.#ports.callOf(contactId)?.contacts ?? [];
    const contact = contacts.find(({ contact: { id } }) => id === contactId)?.contact;
    return {
      contextId: contact?.attributes.contextId,
      answered: contact?.times.connected !== undefined,
      goesOn: false,
    };
  }

  #open(): Connect {
    const { clock, lambda, callOf } = this.#ports;
    const phones = createScriptedPhones(clock);
    const named = (text = "") =>
      text
        .replaceAll("$" + "{RouteFunctionArn}", functionArn)
        .replaceAll("$" + "{WhisperFlowArn}", `${instanceArn}/contact-flow/${whisperFlowId}`)
        .replaceAll("$" + "{FallbackQueueArn}", fallbackQueueArn);
    const agents = Array.from({ length: agentsOfQueue }, () => this.#agent());
    return createConnect({
      instanceArn,
      flows: [
        { id: flowId, content: named(writtenFlows["flows/callback.json"]) },
        {
          id: whisperFlowId,
          type: "AGENT_WHISPER",
          content: named(writtenFlows["flows/agent-whisper.json"]),
        },
      ],
      functions: { [functionArn]: lambda },
      numbers: [instanceNumber],
      queues: [
        { arn: supportQueueArn, name: "Support", agents },
        { arn: fallbackQueueArn, name: "Fallback", agents },
      ],
      carrier: {
        dial: (request, events) => {
          const call = callOf(request.transactionId);
          call?.dialled.push(request.to);
          return connectPhone(phoneFor(call, request.bridgedWith === undefined), request, events);
        },
      },
      clock,
      tell: (contactId, notice) => {
        const placed = callOf(contactId)?.contacts.find(({ contact }) => contact.id === contactId);
        placed?.notices.push({ ...notice, at: clock.now() });
      },
      // The flows that are deployed keep none.
      contactEvent: (event) => {
        const call = callOf(contactOfEvent(event));
        if (call) this.#ports.onContactEvent(call, event);
      },
      flowLog: (line) => void callOf(contactOfLine(line))?.told.push(JSON.stringify(line)),
    });

    function phoneFor(call: SimulatedCall | undefined, isCustomer: boolean): Phone {
      if (!call) return phones.outOfReach();
      return isCustomer ? customerPhone(call, phones) : calleeOf(call, phones);
    }
  }

  #agent(): AgentScript {
    const { clock, callOf } = this.#ports;
    return {
      name: "Agent",
      acceptsAfterMs: 2000,
      talks: async (contact: Contact, signal) => {
        const chance = callOf(contact.id)?.chance;
        const staysOn =
          contact.begun.channel === "VOICE" && !chance?.befalls("callee-hangs-up-first");
        const most = staysOn ? 2 * longestTalkMs : 30_000;
        await waited({ clock, ms: chance?.between("agent's talk", 0, most) ?? 0, signal });
      },
    };
  }
}

function contactOfEvent(event: unknown): string {
  return (event as { readonly detail: { readonly contactId: string } }).detail.contactId;
}

function contactOfLine(line: unknown): string {
  return String((line as { readonly ContactId?: unknown }).ContactId);
}

type Phones = ReturnType<typeof createScriptedPhones>;

/** The caller's own phone, which Amazon Connect rings. */
function customerPhone({ chance }: SimulatedCall, phones: Phones): Phone {
  if (chance.befalls("callee-silent")) return phones.noAnswer();
  if (chance.befalls("callee-declines")) return phones.declines({ afterMs: 4000 });
  if (chance.befalls("callee-busy")) return phones.busy();
  const soon = chance.befalls("caller-impatient");
  const pressesAfterMs = chance.between("presses", 200, 7000);
  return phones.answers({
    afterMs: chance.between("caller picks up", 500, 8000),
    hangsUpAfterMs: chance.between("caller's talk", soon ? 0 : 10_000, soon ? 8000 : longestTalkMs),
    ...(!chance.befalls("nobody-presses") && {
      presses: [{ afterMs: pressesAfterMs, digits: "1" }],
    }),
  });
}
