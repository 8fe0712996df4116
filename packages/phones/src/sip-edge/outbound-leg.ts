import {
  type Body,
  type CallAnswer,
  type CallResponse,
  type OutboundCall,
  parseUri,
  SipUsageError,
} from "@skill-call/sip";
import type { FarEnd } from "../lines/far-end.ts";
import type { DialRequest, Line, LineEvents } from "../lines/line.ts";
import { NotAcceptableError, SessionDescriptionError } from "../media/media-error.ts";
import type { Bridging } from "./bridging/bridging.ts";
import { endToEnd } from "./bridging/end-to-end.ts";
import { throughUs } from "./bridging/through-us.ts";
import type { DialPorts } from "./edge-ports.ts";
import { followSession } from "./follow-session.ts";
import { judged } from "./session-rules.ts";
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
  /** A phone alone hears us. */
  readonly #bridging: Bridging | undefined;
  /** The sessions that answerers have before they answer, by their tags: a call may ring several. */
  readonly #early = new Map<string, Body>();
  #sip: OutboundCall | undefined;
  #rang = false;
  #answered = false;
  #over = false;

  constructor(ports: DialPorts, dial: Dial, events: LineEvents) {
    const { callId, transactionId } = dial.request;
    const { farEnd } = dial;
    const peer = hostOf(dial.target);
    super(ports, { callId, transactionId, peer, farEnd, begunBy: "us" }, (digit) =>
      events.digit(digit),
    );
    this.#ports = ports;
    this.#dial = dial;
    this.#events = events;
    this.#bridgedWith = ports.legs.find(dial.request.bridgedWith);
    this.#bridging = this.#bridgedWith && bridgingOf(ports, this.#bridgedWith, this);
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

  protected override vanished(): void {
    this.#sip?.bye();
    this.#end();
  }

  async #offer(): Promise<Body | undefined> {
    return this.#bridging ? this.#bridging.offer() : this.ownSession(undefined);
  }

  #invite(body: Body | undefined): void {
    const { request, target } = this.#dial;
    const hops = this.#bridgedWith?.hopsLeft;
    const sip = this.#ports.agent.invite({
      target,
      from: `<sip:${request.from}@${this.#ports.ownAddress(this.identity.peer)}>`,
      headers: Object.entries(request.headers).map(([name, value]) => ({ name, value })),
      ...(hops !== undefined && { maxForwards: hops - 1 }),
      body,
    });
    this.#sip = sip;
    this.carry(sip);
    sip.on("provisional", (response) => this.#progress(response));
    sip.on("answered", (answer) => void this.#connect(answer).catch((error) => this.#drop(error)));
    sip.on("failed", ({ status }) => this.#fail(status));
    sip.on("ended", () => this.#end());
    followSession(this, sip);
  }

  #progress({ status, headers, body }: CallResponse): void {
    if (!this.#rang) this.#events.ringing();
    this.#rang = true;
    if (!body) return;
    this.#early.set(headers.get("To") ?? "", body);
    this.#bridging?.early(status, body);
  }

  async #connect(answer: CallAnswer): Promise<void> {
    this.#answered = true;
    // Some say their session before they answer, and not again.
    const session = answer.body ?? this.#early.get(answer.headers.get("To") ?? "");
    if (!session) throw new SessionDescriptionError("The answer has no session description.");
    const judgement = judged(session, this.#ports.rules);
    if (judgement.verdict === "refused") throw new NotAcceptableError(judgement.why);
    this.warnOf(session);
    if (this.#bridging) await this.#bridging.answered(answer, session);
    else await this.change(() => this.takeAnswer(session));
    this.settle();
    if (!this.#over) this.#events.answered();
  }

  /** The phone answered with a session that we cannot have. */
  #drop(error: unknown): void {
    this.note(`The answer is of no use. ${error instanceof Error ? error.message : String(error)}`);
    this.#sip?.bye();
    this.#fail(notAcceptable);
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

function bridgingOf({ rules }: DialPorts, caller: SipLeg, callee: SipLeg): Bridging {
  return rules.anchored ? throughUs(caller, callee) : endToEnd(caller, callee);
}

/** The host of a Request-URI, an IPv6 address without its brackets. */
function hostOf(target: string): string {
  const uri = parseUri(target);
  return uri.kind === "sip" ? uri.host.replaceAll(/[[\]]/g, "") : "";
}
