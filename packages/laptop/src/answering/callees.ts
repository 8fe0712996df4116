import type { Clock } from "@skill-call/emulation";
import { FaultQueue, type Faults } from "@skill-call/emulation";
import type { Carrier, VoiceConnectors } from "@skill-call/phones";
import {
  type AnswerScript,
  connectPhone,
  createScriptedPhones,
  type Phone,
  type PhoneCall,
} from "@skill-call/phones";
import type { LaptopTrace } from "../story/laptop-trace.ts";
import { agentScreenArrow } from "./agent-screen-arrow.ts";

/** What keeps a callee from answering. */
export type CalleeFault = "busy" | "declines" | "no-answer" | "out-of-reach";

/** Whose phone rings; `caller` is the caller's own, in a callback. */
export type CalleeKind = "contact-centre" | "phone" | "caller";

/** Somebody who took a call, and what they see. */
export interface Answered {
  readonly kind: CalleeKind | "meeting" | "queue";
  /** The call's TransactionId. */
  readonly transactionId: string;
  /** Number, user part of the Request-URI, or meeting ID. */
  readonly to: string;
  readonly agentSees: object;
  hangUp(): void;
}

export interface CalleesOptions {
  readonly clock: Clock;
  /** What the contact centre's agent sees of a call. */
  readonly contactCentreScreen: (request: PhoneCall["request"]) => Promise<object>;
  /** What somebody at a phone sees of a call. */
  readonly phoneScreen: (request: PhoneCall["request"]) => Promise<object>;
  readonly onAnswered: (answered: Answered) => void;
  readonly trace: LaptopTrace;
  /** Milliseconds that it rings before somebody answers or declines. */
  readonly ringMs: number;
  /** Resolves when who is called has read the screen: they do not answer before. */
  readonly readScreen?: ReadScreen | undefined;
}

export type ReadScreen = (screen: object, by: Answered["kind"]) => Promise<void>;

/** Everybody who can be called: every phone in the world, and a contact centre behind every Voice Connector. */
export interface Callees {
  readonly carrier: Carrier;
  readonly voiceConnectors: VoiceConnectors;
  readonly faults: Faults<CalleeFault, CalleeKind>;
}

/** When a network gives up on a phone that nobody answers. Most take longer; nobody wants to wait for that here. */
const networkPatienceMs = 2_000;

export function createCallees(options: CalleesOptions): Callees {
  const { readScreen } = options;
  const faults = new FaultQueue<CalleeFault, CalleeKind>();
  const callee =
    (kind: CalleeKind, screenOf: CalleesOptions["phoneScreen"]): Phone =>
    (call) => {
      const fault = faults.take(kind);
      const { to, transactionId } = call.request;
      // Whoever answers knows who calls before the first word: the screen comes first.
      void screenOf(call.request).then((agentSees) => {
        if (kind !== "caller") {
          const party = kind === "phone" ? "callee" : "contact-centre";
          options.trace(agentScreenArrow(party, agentSees, transactionId));
        }
        const answered = { kind, to, transactionId, agentSees, hangUp: () => call.hangUp() };
        phoneWith(fault, options, {
          onAnswer: () => options.onAnswered(answered),
          notBefore: readScreen && (() => readScreen(agentSees, kind)),
        })(call);
      });
    };
  const phone = callee("phone", options.phoneScreen);
  const callersOwn = callee("caller", async () => ({}));
  const contactCentre = callee("contact-centre", options.contactCentreScreen);
  return {
    faults,
    carrier: {
      dial: (request, events) =>
        connectPhone(request.bridgedWith === undefined ? callersOwn : phone, request, events),
    },
    voiceConnectors: {
      dial: (request, events) =>
        connectPhone(contactCentre, { ...request, to: request.user }, events),
    },
  };
}

function phoneWith(
  fault: CalleeFault | undefined,
  { clock, ringMs }: Pick<CalleesOptions, "clock" | "ringMs">,
  script: Pick<AnswerScript, "onAnswer" | "notBefore">,
): Phone {
  const phones = createScriptedPhones(clock);
  switch (fault) {
    case "busy":
      return phones.busy();
    case "declines":
      return phones.declines({ afterMs: ringMs });
    case "out-of-reach":
      return phones.outOfReach();
    case "no-answer":
      return (call) => {
        call.ring();
        call.onOver(clock.after(networkPatienceMs, () => call.refuse(480)));
      };
    default:
      return phones.answers({ afterMs: ringMs, ...script });
  }
}
