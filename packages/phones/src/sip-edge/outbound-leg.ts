import { type Body, type CallAnswer, type OutboundCall, SipUsageError } from "@skill-call/sip";
import type { FarEnd } from "../lines/far-end.ts";
import type { DialRequest, Line, LineEvents } from "../lines/line.ts";
import type { DialPorts } from "./edge-ports.ts";
import { followSession } from "./follow-session.ts";
import { SipLeg } from "./sip-leg.ts";

/** A call to be placed. */
export interface Dial {
  readonly request: DialRequest;
  /** Request-URI. */
  readonly target: string;
  /** Who is behind it. */
  readonly farEnd: FarEnd;
}

/** SIP status of a call that could not even be tried (RFC 3261 §21.5.1). */
const internalError = 500;
/** RFC 3261 §21.4.26. */
const notAcceptable = 488;

/** Somebody whom the service calls. */
export class OutboundLeg extends SipLeg implements Line {
  readonly #ports: DialPorts;
  readonly #dial: Dial;
  readonly #events: LineEvents;
  readonly #bridgedWith: SipLeg | undefined;
  #sip: OutboundCall | undefined;
  #rang = false;
  #answered = false;
  #over = false;

  constructor(ports: DialPorts, dial: Dial, events: LineEvents) {
    const { callId, transactionId } = dial.request;
    super(ports, { callId, transactionId, farEnd: dial.farEnd, begunBy: "us" }, (digit) =>
      events.digit(digit),
    );
    this.#ports = ports;
    this.#dial = dial;
    this.#events = events;
    this.#bridgedWith = ports.legs.find(dial.request.bridgedWith);
    void this.#start();
  }

  hangUp(): void {
    if (this.#over) return;
    this.#over = true;
    if (!this.#sip) void this.end();
    else if (this.#answered) this.#sip.bye();
    else this.#sip.cancel();
  }

  async #start(): Promise<void> {
    try {
      // Also without a caller to ask: events come after the line has been handed out.
      const body = await this.#offer();
      if (!this.#over) this.#invite(body);
    } catch (error) {
      const why = error instanceof SipUsageError ? error.message : String(error);
      this.#ports.log("error", `The INVITE could not be sent: ${why}`);
      this.#fail(internalError);
    }
  }

  /** A callee gets the caller's own offer, and answers them end to end; a phone alone hears us. */
  async #offer(): Promise<Body | undefined> {
    return this.#bridgedWith ? this.asOurs(this.#bridgedWith.remote) : this.ownSession(undefined);
  }

  #invite(body: Body | undefined): void {
    const { request, target } = this.#dial;
    const hops = this.#bridgedWith?.hopsLeft;
    const sip = this.#ports.agent.invite({
      target,
      from: `<sip:${request.from}@${this.#ports.ownAddress}>`,
      headers: Object.entries(request.headers).map(([name, value]) => ({ name, value })),
      ...(hops !== undefined && { maxForwards: hops - 1 }),
      body,
    });
    this.#sip = sip;
    this.carry(sip);
    sip.on("provisional", ({ status, body: early }) => this.#progress(status, early));
    sip.on("answered", (answer) => void this.#connect(answer).catch((error) => this.#drop(error)));
    sip.on("failed", ({ status }) => this.#fail(status));
    sip.on("ended", () => this.#end());
    followSession(this, sip);
  }

  #progress(status: number, early: Body | undefined): void {
    if (!this.#rang) this.#events.ringing();
    this.#rang = true;
    this.#bridgedWith?.hearEarly(status, early);
  }

  async #connect(answer: CallAnswer): Promise<void> {
    this.#answered = true;
    if (answer.body) this.remote = answer.body;
    if (this.#bridgedWith) this.#bridge(this.#bridgedWith, answer);
    else await this.change(() => this.takeAnswer(answer.body));
    this.settle();
    if (!this.#over) this.#events.answered();
  }

  /** The phone answered with a session that we cannot have. */
  #drop(error: unknown): void {
    this.#ports.log("error", `The answer is of no use: ${String(error)}`);
    this.#sip?.bye();
    this.#fail(notAcceptable);
  }

  #bridge(caller: SipLeg, answer: CallAnswer): void {
    caller.pairWith(this);
    void caller.handOver({ partner: this, answer });
  }

  #fail(status: number): void {
    const given = this.#over;
    this.#over = true;
    void this.end();
    if (!given) this.#events.failed(status);
  }

  #end(): void {
    const given = this.#over;
    this.#over = true;
    void this.end();
    if (!given) this.#events.hungUp();
  }
}
