import { type Body, type Call, type CallAnswer, sdpBody } from "@skill-call/sip";
import type { MediaEndpoint } from "../media/media-endpoint.ts";
import type { EdgePorts } from "./edge-ports.ts";
import { haveSameAddress } from "./media-address.ts";
import type { DialogLeg } from "./message-story.ts";
import { reinvited } from "./reinvited.ts";
import { SessionOrigin } from "./session-origin.ts";

/** An answered call of somebody whom the leg is to talk to: their side of the negotiation is still open. */
export interface Bridge {
  readonly partner: SipLeg;
  readonly answer: CallAnswer;
}

/** Which leg of which call of the service this is. */
export interface LegIdentity extends DialogLeg {
  readonly callId: string;
}

/** A leg as SIP sees it: who is at its far end, and with whom they exchange media. */
export class SipLeg {
  readonly identity: LegIdentity;
  /** What the far end said last about where it wants its media. */
  remote: Body | undefined;
  readonly #ports: EdgePorts;
  readonly #origin = new SessionOrigin();
  #call: Call | undefined;
  #partner: SipLeg | undefined;
  #endpoint: Promise<MediaEndpoint> | undefined;
  /** Whose session the far end has: ours, or the partner's. */
  #talksToUs = false;
  /** Changes of the session, one after the other. */
  #changes: Promise<unknown> = Promise.resolve();
  #settle: () => void = () => {};
  readonly #settled = new Promise<void>((resolve) => {
    this.#settle = resolve;
  });
  #over = false;
  readonly #onDigit: (digit: string) => void;

  constructor(ports: EdgePorts, identity: LegIdentity, onDigit: (digit: string) => void) {
    this.identity = identity;
    this.#ports = ports;
    this.#onDigit = onDigit;
    ports.legs.add(this);
  }

  get partner(): SipLeg | undefined {
    return this.#partner;
  }

  /** The call in SIP, from the moment there is one. */
  get call(): Call | undefined {
    return this.#call;
  }

  /** What is left of the hops that the caller's INVITE may take. */
  get hopsLeft(): number | undefined {
    return undefined;
  }

  /** What the callee lets hear before it answers: nothing to a caller who hears us already. */
  hearEarly(_status: number, _body: Body | undefined): void {}

  carry(call: Call): void {
    this.#call = call;
    this.#ports.story?.began(call, this.identity);
  }

  press(digit: string): void {
    this.#onDigit(digit);
  }

  /** Makes a change of the session when those before it are through. */
  change<Result>(task: () => Promise<Result>): Promise<Result> {
    const changed = this.#changes.then(task);
    this.#changes = changed.catch(() => {});
    return changed;
  }

  /** What this leg's far end is to see of somebody's description of a session: one that follows from the last. */
  asOurs(body: Body | undefined): Body | undefined {
    return body && this.#origin.next(body);
  }

  /** Our side of a new session: the answer to what the far end offers, or an offer. */
  async ownSession(offer: Body | undefined): Promise<Body> {
    const endpoint = await this.#opened();
    if (!offer) return this.#origin.next(sdpBody(endpoint.offer()));
    this.remote = offer;
    const answer = this.#origin.next(sdpBody(endpoint.answer(offer.content.toString())));
    this.#talksToUs = true;
    return answer;
  }

  /** The far end's answer to what we offered. */
  async takeAnswer(answer: Body | undefined): Promise<void> {
    if (!answer || this.#over) return;
    this.remote = answer;
    const endpoint = await this.#opened();
    endpoint.accept(answer.content.toString());
    this.#talksToUs = true;
  }

  /** The first session stands, or there will be none. */
  settle(): void {
    this.#settle();
  }

  /** Our endpoint, once the far end hears it; undefined while it talks to a partner, or is not there. */
  async ownMedia(): Promise<MediaEndpoint | undefined> {
    await this.#settled;
    return this.change(async () => {
      if (this.#over || this.#partner) return undefined;
      if (!this.#talksToUs && !(await this.#comesBack())) return undefined;
      return this.#endpoint;
    });
  }

  /** Offers somebody's session to the far end. */
  async offer(body: Body | undefined): Promise<CallAnswer | undefined> {
    const answer = await this.#call?.reinvite({ body: this.asOurs(body) });
    if (answer && answer.status < 300) this.remote = answer.body ?? this.remote;
    return answer;
  }

  /** From now on what happens in either session concerns both. */
  pairWith(partner: SipLeg): void {
    this.#partner = partner;
    partner.#partner = this;
  }

  /** The far end has the partner's session. */
  async handedOver(): Promise<void> {
    this.#talksToUs = false;
    const endpoint = this.#endpoint;
    this.#endpoint = undefined;
    await (await endpoint)?.close();
  }

  /** Connects a far end that has heard us so far with somebody who has just answered. */
  handOver({ partner, answer }: Bridge): Promise<void> {
    return this.change(async () => {
      const call = this.#call;
      if (this.#over || !call) return;
      const offered = this.remote;
      const taken = await reinvited(call, this.asOurs(answer.body), this.#ports.clock);
      if (taken.status >= 300) return this.#ports.log("warn", `re-INVITE refused: ${taken.status}`);
      this.remote = taken.body ?? this.remote;
      taken.acknowledge();
      answer.acknowledge(partner.asOurs(taken.body));
      await this.handedOver();
      if (haveSameAddress(offered, taken.body)) return;
      await partner.offer(taken.body);
    });
  }

  async end(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    this.settle();
    this.#ports.legs.remove(this);
    if (this.#call) this.#ports.story?.ended(this.#call, this.identity);
    if (this.#partner) this.#partner.#partner = undefined;
    this.#partner = undefined;
    await this.handedOver();
  }

  #opened(): Promise<MediaEndpoint> {
    this.#endpoint ??= this.#ports.openMedia().then((endpoint) => {
      endpoint.onDigit((digit) => this.press(digit));
      return endpoint;
    });
    return this.#endpoint;
  }

  /** After a bridge the far end still sends to the party that left. */
  async #comesBack(): Promise<boolean> {
    const call = this.#call;
    if (!call) return false;
    const offer = await this.ownSession(undefined);
    const taken = await reinvited(call, offer, this.#ports.clock);
    if (taken.status >= 300) this.#ports.log("warn", `re-INVITE refused: ${taken.status}`);
    else await this.takeAnswer(taken.body);
    return this.#talksToUs;
  }
}
