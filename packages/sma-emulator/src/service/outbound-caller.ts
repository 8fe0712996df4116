import { dialWithin } from "@skill-call/phones";
import type { CallInput } from "./call/call-input.ts";
import type { Leg } from "./call/leg.ts";
import {
  legAnswered,
  legDialled,
  legFailed,
  legHungUp,
  legReleased,
  legRings,
} from "./call-story.ts";
import type { CallersCall } from "./inbound-caller.ts";
import type { CallerEnd } from "./live-call.ts";
import type { ServiceWorld } from "./service-world.ts";

export interface OutboundCall {
  readonly leg: Leg;
  readonly call: CallersCall;
  /** Of the INVITE. They never reach the Lambda. */
  readonly sipHeaders: Readonly<Record<string, string>>;
  readonly world: ServiceWorld;
}

/** The phone that CreateSipMediaApplicationCall has the service ring. */
export class OutboundCaller implements CallerEnd {
  readonly #outbound: OutboundCall;
  readonly #cancel = new AbortController();
  #dialled = false;
  #hangUp: (() => void) | undefined;

  constructor(outbound: OutboundCall) {
    this.#outbound = outbound;
  }

  dial(): void {
    this.#dialled = true;
    void this.#ring();
  }

  release(): void {
    if (!this.#dialled) return;
    this.#outbound.call.tell(legReleased("caller"));
    this.#cancel.abort();
    this.#hangUp?.();
  }

  async #ring(): Promise<void> {
    const { leg, call, world, sipHeaders } = this.#outbound;
    const { transactionId } = call;
    const request = { transactionId, callId: leg.callId, from: leg.from, headers: sipHeaders };
    call.tell(legDialled("caller", request));
    const dialled = await dialWithin({
      dial: (events) => world.carrier.dial({ ...request, to: leg.to }, events),
      clock: world.clock,
      limitMs: world.limits.ringingMs,
      signal: this.#cancel.signal,
      ...this.#events(),
    });
    if (dialled.type !== "failed") return;
    call.tell(legFailed("caller", dialled.sipCode));
    this.#left(hangUpCode(dialled.sipCode));
  }

  #events() {
    const { call, leg } = this.#outbound;
    const tell = (step: Parameters<CallersCall["tell"]>[0], input: CallInput) => {
      call.tell(step);
      call.dispatch(input);
    };
    return {
      onRinging: () => tell(legRings("caller"), { type: "caller-rings" }),
      onAnswered: (line: { hangUp(): void }) => {
        this.#hangUp = () => line.hangUp();
        tell(legAnswered("caller"), { type: "caller-connected" });
      },
      onHungUp: () => {
        call.tell(legHungUp("caller"));
        this.#left(0);
      },
      onDigit: (digit: string) => call.pressed(leg.callId, digit),
    };
  }

  #left(sipResponseCode: number): void {
    const { call, leg } = this.#outbound;
    call.dispatch({ type: "leg-left", callId: leg.callId, sipResponseCode });
  }
}

/** Busy, and the two ways to decline: a phone that rejects a call signals busy to most carriers. */
const busy = [486, 600, 603];

/** How a HANGUP event puts the SIP status of a call that was not answered. */
function hangUpCode(sipCode: number): 480 | 486 {
  return busy.includes(sipCode) ? 486 : 480;
}
