import { type Body, type Call, type CallAnswer, sdpBody } from "@skill-call/sip";
import { joinMedia } from "../media/join-media.ts";
import type { MediaEndpoint } from "../media/media-endpoint.ts";
import type { EdgePorts } from "./edge-ports.ts";
import { watchFarEnd } from "./far-end-watch.ts";
import { haveSameAddress } from "./media-address.ts";
import type { DialogLeg } from "./message-story.ts";
import { reinvited } from "./reinvited.ts";
import { SessionOrigin } from "./session-origin.ts";
import { judged } from "./session-rules.ts";

/** An answered call of somebody whom the leg is to talk to: their side of the negotiation is still open. */
export interface Bridge {
  readonly partner: SipLeg;
  readonly answer: CallAnswer;
}

/** Which leg of which call of the service this is. */
export interface LegIdentity extends DialogLeg {
  readonly callId: string;
  /** Address or name of the far end. */
  readonly peer: string;
}

/** Length of a key that came without one. */
const keyMs = 160;

/** A leg as SIP sees it: who is at its far end, and with whom they exchange media. */
export abstract class SipLeg {
  readonly identity: LegIdentity;
  /** What the far end said last about where it wants its media. */
  remote: Body | undefined;
  readonly #ports: EdgePorts;
  readonly #origin = new SessionOrigin();
  #call: Call | undefined;
  /** Whom the far end has its session with, where media pass us by. */
  #partner: SipLeg | undefined;
  /** Whom the far end hears through us. */
  #companion: SipLeg | undefined;
  #part: () => void = () => {};
  #endpoint: Promise<MediaEndpoint> | undefined;
  #openEndpoint: MediaEndpoint | undefined;
  /** Whose session the far end has: ours, or the partner's. */
  #talksToUs = false;
  /** Changes of the session, one after the other. */
  #changes: Promise<unknown> = Promise.resolve();
  #settle: () => void = () => {};
  readonly #settled = new Promise<void>((resolve) => {
    this.#settle = resolve;
  });
  #stopWatching: () => void = () => {};
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

  /** Whether the far end is to hear a callee before it answers: not one who hears us already. */
  get hearsCallees(): boolean {
    return false;
  }

  /** What the callee lets hear before it answers, where media pass us by. */
  hearEarly(_status: number, _session: Body): void {}

  /** Gives the far end, who is not answered yet, its session with us. */
  ringWithMedia(_status: number): Promise<void> {
    return Promise.resolve();
  }

  /** The far end is not there any more. */
  protected abstract vanished(): void;

  carry(call: Call): void {
    this.#call = call;
    this.#ports.story?.began(call, this.identity);
  }

  press(digit: string): void {
    this.#onDigit(digit);
  }

  /** Tells something about this leg that the service does not know of. */
  note(label: string): void {
    const { farEnd, transactionId } = this.identity;
    const at = this.#ports.clock.now();
    this.#ports.tell({
      at,
      from: farEnd,
      to: "pstn-audio",
      kind: "sip.note",
      label,
      transactionId,
    });
  }

  /** Says where a Voice Connector would be stricter than we are. */
  warnOf(session: Body): void {
    const judgement = judged(session, this.#ports.rules);
    if (judgement.verdict === "warned") this.note(judgement.why);
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
    this.#openEndpoint?.begin();
    this.#settle();
    if (!this.#over) this.#watch();
  }

  /** Our endpoint, whether or not the far end hears it yet. */
  protected mediaSoFar(): Promise<MediaEndpoint> | undefined {
    return this.#endpoint;
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

  /** Our endpoint as in `ownMedia`; a far end that is not answered yet gets its session with us for that. */
  earlyMedia(): Promise<MediaEndpoint | undefined> {
    return this.ownMedia();
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

  /** From now on both far ends hear each other, through us. */
  join(companion: SipLeg): void {
    if (this.#companion || this.#over || companion.#over) return;
    this.#companion = companion;
    companion.#companion = this;
    let part = () => {};
    let parted = false;
    this.#part = () => {
      parted = true;
      part();
    };
    companion.#part = this.#part;
    void Promise.all([this.#opened(), companion.#opened()]).then(
      ([one, other]) => {
        if (!parted) part = joinMedia(one, other);
      },
      (error) => this.note(`nobody is heard: ${String(error)}`),
    );
  }

  /** Hands on keys that came beside the audio: as telephone-events, or as they came to a far end that takes none. */
  async passKeys(digits: string, body: Body | undefined): Promise<void> {
    const companion = this.#companion;
    const signal = new AbortController().signal;
    const endpoint = companion && (await companion.#endpoint);
    if (await endpoint?.sendDigits(digits, { toneMs: keyMs, signal })) return;
    await (companion ?? this.#partner)?.call?.info({ body });
  }

  /** The far end has the partner's session. */
  async handedOver(): Promise<void> {
    this.#talksToUs = false;
    const endpoint = this.#endpoint;
    this.#endpoint = undefined;
    this.#openEndpoint = undefined;
    await (await endpoint)?.close();
  }

  /** Connects a far end that has heard us so far with somebody who has just answered. */
  handOver({ partner, answer }: Bridge): Promise<void> {
    return this.change(async () => {
      const call = this.#call;
      if (this.#over || !call) return;
      const offered = this.remote;
      const taken = await reinvited(call, this.asOurs(answer.body), this.#ports.clock);
      if (taken.status >= 300) return this.note(`re-INVITE refused: ${taken.status}`);
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
    this.#stopWatching();
    this.#ports.legs.remove(this);
    if (this.#call) this.#ports.story?.ended(this.#call, this.identity);
    if (this.#partner) this.#partner.#partner = undefined;
    this.#partner = undefined;
    this.#part();
    if (this.#companion) this.#companion.#companion = undefined;
    this.#companion = undefined;
    await this.handedOver();
  }

  #opened(): Promise<MediaEndpoint> {
    const { peer, begunBy } = this.identity;
    // Whoever calls may be a liar: a stranger's phone is not to ring with our media.
    this.#endpoint ??= this.#ports
      .openMedia({ peer, waits: begunBy === "them" })
      .then((endpoint) => {
        this.#openEndpoint = endpoint;
        endpoint.onDigit((digit) => this.press(digit));
        return endpoint;
      });
    return this.#endpoint;
  }

  #watch(): void {
    const { clock, inactivityMs } = this.#ports;
    if (inactivityMs === undefined) return;
    this.#stopWatching();
    this.#stopWatching = watchFarEnd({
      clock,
      limitMs: inactivityMs,
      stillFor: () => this.#openEndpoint?.stillFor,
      ask: async () => {
        const answer = await this.#call?.options();
        return answer?.cause === "response" && answer.status !== 481 && answer.status !== 408;
      },
      onGone: () => {
        this.note(`no media for ${inactivityMs / 1000} s, and no answer to OPTIONS: hung up`);
        this.vanished();
      },
    });
  }

  /** After a bridge the far end still sends to the party that left. */
  async #comesBack(): Promise<boolean> {
    const call = this.#call;
    if (!call) return false;
    const offer = await this.ownSession(undefined);
    const taken = await reinvited(call, offer, this.#ports.clock);
    if (taken.status >= 300) this.note(`re-INVITE refused: ${taken.status}`);
    else await this.takeAnswer(taken.body);
    return this.#talksToUs;
  }
}
