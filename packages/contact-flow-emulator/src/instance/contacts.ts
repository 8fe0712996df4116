import { dialWithin } from "@skill-call/phones";
import { announce } from "../contact/announce.ts";
import { Contact, type DisconnectReason, type NewContact } from "../contact/contact.ts";
import type { Scene } from "../flow/scene.ts";
import { Leg } from "../lines/leg.ts";
import type { Instance } from "./instance.ts";
import { endContact, runContact } from "./run-contact.ts";

/** Without RingTimeoutInSeconds a call rings for so long. */
const ringMs = 60_000;

export interface StartVoice {
  readonly flowId: string;
  readonly to: string;
  readonly from: string;
  readonly ringTimeoutMs?: number;
  readonly contact?: Partial<NewContact>;
}

/** A contact on its way. */
export interface LiveContact {
  readonly contact: Contact;
  readonly stop: () => void;
  /** Resolves when the contact is over. */
  readonly over: Promise<void>;
}

/** The contacts of an instance, live and past. */
export class Contacts {
  readonly #instance: Instance;
  readonly #contacts = new Map<string, LiveContact>();

  constructor(instance: Instance) {
    this.#instance = instance;
  }

  find(contactId: string): LiveContact | undefined {
    return this.#contacts.get(contactId);
  }

  /** Voice contacts that are not over. */
  get activeCalls(): number {
    const live = [...this.#contacts.values()].filter(({ contact }) => !contact.over);
    return live.filter(({ contact }) => contact.begun.channel === "VOICE").length;
  }

  /** Rings a phone; its flow starts when it is answered. */
  startOutboundVoice(start: StartVoice): LiveContact {
    const { to: customerNumber, from: systemNumber } = start;
    const begun = { channel: "VOICE", customerNumber, systemNumber, ...start.contact } as const;
    return this.#run(begun, (scene) => this.#ring(start, scene));
  }

  /** A call that came in and was answered; `leg` is the caller's. */
  startInboundVoice(flowId: string, leg: Leg, contact: Partial<NewContact>): LiveContact {
    const begun = { channel: "VOICE", initiationMethod: "INBOUND", ...contact } as const;
    return this.#run(begun, (scene) => this.#answered(flowId, { ...scene, leg }));
  }

  startTask(flowId: string, contact: Partial<NewContact>): LiveContact {
    const begun = { channel: "TASK", ...contact } as const;
    return this.#run(begun, (scene) => this.#answered(flowId, scene));
  }

  #run(
    begun: Partial<NewContact> & Pick<NewContact, "channel">,
    run: (scene: Scene) => Promise<void>,
  ): LiveContact {
    const instance = this.#instance;
    const { arn: instanceArn, clock } = instance;
    const contact = new Contact(
      { contactId: instance.newId(), initiationMethod: "API", ...begun, instanceArn },
      clock.now(),
    );
    const stopping = new AbortController();
    const scene: Scene = {
      instance,
      contact,
      leg: undefined,
      hears: "customer",
      stopped: stopping.signal,
    };
    // Begins after its starter has its answer.
    const over = Promise.resolve().then(() => {
      announce("INITIATED", contact, instance);
      return run(scene);
    });
    const live: LiveContact = { contact, stop: () => stopping.abort(), over };
    this.#contacts.set(contact.id, live);
    return live;
  }

  async #ring(
    { flowId, to, from, ringTimeoutMs = ringMs }: StartVoice,
    scene: Scene,
  ): Promise<void> {
    const { instance, contact, stopped = new AbortController().signal } = scene;
    const { clock } = instance;
    let hangUp = () => {};
    const leg = new Leg(clock, () => hangUp());
    const dialled = await dialWithin({
      dial: (events) =>
        instance.carrier.dial(
          { transactionId: contact.id, callId: contact.id, from, to, headers: {} },
          events,
        ),
      clock,
      limitMs: ringTimeoutMs,
      signal: stopped,
      onRinging: () => {},
      onAnswered: (line) => {
        hangUp = () => line.hangUp();
      },
      onHungUp: () => leg.wentDown(),
      onDigit: (digit) => leg.press(digit),
    });
    if (dialled.type !== "answered") {
      endContact(notAnswered(dialled), scene);
      return;
    }
    stopped.addEventListener("abort", () => leg.hangUp(), { once: true });
    await this.#answered(flowId, { ...scene, leg });
  }

  async #answered(flowId: string, scene: Scene): Promise<void> {
    const { contact, instance } = scene;
    if (contact.begun.channel === "VOICE") {
      contact.times.connected = instance.clock.now();
      announce("CONNECTED_TO_SYSTEM", contact, instance);
    }
    await runContact(flowId, scene);
  }
}

function notAnswered(
  dialled: Exclude<Awaited<ReturnType<typeof dialWithin>>, { readonly type: "answered" }>,
): DisconnectReason {
  if (dialled.type === "given-up") return "API";
  if (dialled.type === "nobody") return "OUTBOUND_DESTINATION_ENDPOINT_ERROR";
  if (dialled.sipCode === 408) return "TELECOM_TIMEOUT";
  return dialled.sipCode === 486 ? "TELECOM_BUSY" : "OUTBOUND_ATTEMPT_FAILED";
}
