import type { CallHandle, CallProgress } from "@skill-call/emulation";
import type { Body, Header, InboundCall } from "@skill-call/sip";
import type { MediaEndpoint } from "../media/media-endpoint.ts";
import { NoPortError } from "../media/media-error.ts";
import type { EdgePorts } from "./edge-ports.ts";
import { followSession } from "./follow-session.ts";
import { type Bridge, SipLeg } from "./sip-leg.ts";

/** RFC 3261 §21.4.18, §21.4.26. */
const sessionProgress = 183;
const unavailable = 480;
const notAcceptable = 488;
/** RFC 3261 §21.5.4. */
const outOfPorts = 503;

type Refusal = Omit<Extract<CallProgress, { readonly type: "refused" }>, "type">;

/** A caller: carries out in SIP what the service does with the call, and tells it what the caller does. */
export class InboundLeg extends SipLeg {
  readonly #sip: InboundCall;
  readonly #handle: CallHandle;
  readonly #log: EdgePorts["log"];
  #state: "ringing" | "answered" | "over" = "ringing";
  /** Media before the answer. */
  #hasMedia = false;
  /** Ours, and not the callee's. */
  #hearsUs = false;
  #bridge: Bridge | undefined;

  constructor(ports: EdgePorts, sip: InboundCall, handle: CallHandle) {
    const { callId, transactionId } = handle;
    const peer = sip.flow.peer.address;
    super(ports, { callId, transactionId, peer, farEnd: "caller", begunBy: "them" }, (digit) =>
      handle.press(digit),
    );
    this.#sip = sip;
    this.#handle = handle;
    this.#log = ports.log;
    this.remote = sip.body;
    this.carry(sip);
    if (sip.body) this.warnOf(sip.body);
    this.#listen();
  }

  override get hopsLeft(): number {
    return this.#sip.maxForwards;
  }

  override get hearsCallees(): boolean {
    return this.#state === "ringing" && !this.#hearsUs;
  }

  override hearEarly(status: number, session: Body): void {
    if (this.#state === "ringing") this.#sip.progress(status, { body: this.asOurs(session) });
  }

  /** The same session as the answer will have: strict callers go by the first one (RFC 3261 §13.2.1). */
  override ringWithMedia(status: number): Promise<void> {
    return this.change(async () => {
      const offer = this.#sip.body;
      if (this.#state !== "ringing" || this.#hasMedia || !offer) return;
      this.#hasMedia = true;
      this.#sip.progress(status, { body: await this.ownSession(offer) });
      (await this.mediaSoFar())?.begin();
    });
  }

  override async earlyMedia(): Promise<MediaEndpoint | undefined> {
    if (this.#state !== "ringing") return this.ownMedia();
    this.#hearsUs = true;
    await this.ringWithMedia(sessionProgress);
    return this.#hasMedia ? this.mediaSoFar() : undefined;
  }

  protected override vanished(): void {
    this.#sip.bye();
    this.#gone();
  }

  /** A caller who still rings gets the callee's session with the answer. */
  override handOver(bridge: Bridge): Promise<void> {
    if (this.#state !== "ringing") return super.handOver(bridge);
    this.#bridge = bridge;
    return Promise.resolve();
  }

  #listen(): void {
    const gone = () => this.#gone();
    this.#sip.on("cancelled", gone);
    this.#sip.on("ended", gone);
    followSession(this, this.#sip);
    this.#handle.onProgress((progress) => this.#progress(progress));
  }

  #progress(progress: CallProgress): void {
    if (progress.type === "ringing") this.#sip.ring();
    else if (progress.type === "answered") this.#answer();
    else if (progress.type === "refused") this.#refuse(progress);
    else if (progress.by === "service") this.#hangUp();
  }

  #answer(): void {
    this.#state = "answered";
    void this.change(() => this.#accept()).catch((error: unknown) => {
      this.#log("error", `The caller could not be answered: ${String(error)}`);
      const status = error instanceof NoPortError ? outOfPorts : notAcceptable;
      if (!this.#sip.reject(status)) this.#sip.bye();
      this.#gone();
    });
  }

  async #accept(): Promise<void> {
    if (this.#state === "over") return;
    const bridge = this.#bridge;
    const body = bridge ? this.asOurs(bridge.answer.body) : await this.ownSession(this.#sip.body);
    const taken = await this.#sip.answer({ body });
    if (taken.body) this.remote = taken.body;
    if (bridge) bridge.answer.acknowledge(bridge.partner.asOurs(taken.body));
    else await this.takeAnswer(taken.body);
    this.settle();
  }

  /** Our answer may still be on its way out: then there is nothing to end by BYE. */
  #hangUp(): void {
    if (!this.#sip.bye()) this.#refuse({ sipCode: unavailable, reason: "" });
  }

  #refuse({ sipCode, reason, retryAfterSeconds }: Refusal): void {
    const headers = [...warning(reason), ...retryAfter(retryAfterSeconds)];
    this.#sip.reject(sipCode, { headers });
    this.#gone();
  }

  #gone(): void {
    this.#state = "over";
    this.#handle.hangUp();
    void this.end();
  }
}

/** RFC 3261 §20.33; without it 503 means as little as 500 (§21.5.4). */
function retryAfter(seconds: number | undefined): readonly Header[] {
  return seconds === undefined ? [] : [{ name: "Retry-After", value: String(seconds) }];
}

/** Why, for people who look at the wire (RFC 3261 §20.43, 399: miscellaneous). */
export function warning(reason: string): readonly Header[] {
  return reason === "" ? [] : [{ name: "Warning", value: `399 skill-call "${reason}"` }];
}
