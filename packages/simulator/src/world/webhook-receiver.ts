import { createHmac, timingSafeEqual } from "node:crypto";
import type { SimulatedCall } from "../callers/simulated-call.ts";
import type { VirtualClock } from "./virtual-clock.ts";

export const webhookUrl = "https://crm.example.com/calls";

/** The sender signs with both; the receiver has not changed to the new one yet. */
export const webhookSecrets = {
  current: Buffer.from("the secret that counts from now on"),
  former: Buffer.from("the secret that receivers know still"),
};

/** What the receiver was sent. */
export interface Heard {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The context ID's hash; empty where the body is none of a message. */
  readonly subject: string;
  readonly status: string;
  readonly body: string;
  /** Whether its signature is the sender's, and of now. */
  readonly isGenuine: boolean;
  /** HTTP status. */
  readonly answer: number;
}

export interface ReceiverPorts {
  readonly clock: VirtualClock;
  readonly callOfHash: (contextHash: string) => SimulatedCall | undefined;
}

type Request = Pick<RequestInit, "headers" | "body">;

/** Seconds that a message may be old (Standard Webhooks, "Verifying webhook authenticity"). */
const toleranceSeconds = 300;

/** Somebody else's system, which takes the messages of calls. */
export class WebhookReceiver {
  readonly #ports: ReceiverPorts;

  constructor(ports: ReceiverPorts) {
    this.#ports = ports;
  }

  /** Takes a message, and answers it with this HTTP status. */
  take({ headers, body }: Request, answer: number): void {
    const text = String(body);
    const { subject = "", data } = JSON.parse(text);
    const isGenuine = this.#isGenuine(new Headers(headers), text);
    const at = this.#ports.clock.now();
    const heard = { at, subject, status: String(data?.status), body: text, isGenuine, answer };
    this.#ports.callOfHash(subject)?.heard.push(heard);
  }

  /** As the specification has it (Standard Webhooks 1.0.0, "Signature scheme"), by another hand than the sender's. */
  #isGenuine(headers: Headers, body: string): boolean {
    const [id, timestamp, signatures] = ["id", "timestamp", "signature"].map(
      (name) => headers.get(`webhook-${name}`) ?? "",
    );
    const seconds = this.#ports.clock.now() / 1000;
    if (Math.abs(seconds - Number(timestamp)) > toleranceSeconds) return false;
    const expected = createHmac("sha256", webhookSecrets.former)
      .update(`${id}.${timestamp}.${body}`)
      .digest();
    return (signatures ?? "").split(" ").some((signature) => {
      const sent = Buffer.from(signature.replace(/^v1,/, ""), "base64");
      return sent.length === expected.length && timingSafeEqual(sent, expected);
    });
  }
}
