import type { CallHandle, CallProgress } from "@skill-call/emulation";
import type { Header, InboundCall } from "@skill-call/sip";
import type { EdgePorts } from "./edge-ports.ts";
import { followSession } from "./follow-session.ts";
import { type Bridge, SipLeg } from "./sip-leg.ts";

/** RFC 3261 §21.4.18, §21.4.26. */
const unavailable = 480;
const notAcceptable = 488;

/** A caller: carries out in SIP what the service does with the call, and tells it what the caller does. */
export class InboundLeg extends SipLeg {
  readonly #sip: InboundCall;
  readonly #handle: CallHandle;
  readonly #log: EdgePorts["log"];
  #state: "ringing" | "answered" | "over" = "ringing";
  #bridge: Bridge | undefined;

  constructor(ports: EdgePorts, sip: InboundCall, handle: CallHandle) {
    const { callId, transactionId } = handle;
    super(ports, { callId, transactionId, farEnd: "caller", begunBy: "them" }, (digit) =>
      handle.press(digit),
    );
    this.#sip = sip;
    this.#handle = handle;
    this.#log = ports.log;
    this.remote = sip.body;
    this.carry(sip);
    this.#listen();
  }

  override get hopsLeft(): number {
    return this.#sip.maxForwards;
  }

  /** What the callee lets hear before it answers. */
  override hearEarly(status: number, body: SipLeg["remote"]): void {
    if (this.#state === "ringing" && body) this.#sip.progress(status, { body: this.asOurs(body) });
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
    else if (progress.type === "refused") this.#refuse(progress.sipCode, progress.reason);
    else if (progress.by === "service") this.#hangUp();
  }

  #answer(): void {
    this.#state = "answered";
    void this.change(() => this.#accept()).catch((error: unknown) => {
      this.#log("error", `The caller could not be answered: ${String(error)}`);
      if (!this.#sip.reject(notAcceptable)) this.#sip.bye();
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
    if (!this.#sip.bye()) this.#refuse(unavailable, "");
  }

  #refuse(status: number, reason: string): void {
    this.#sip.reject(status, { headers: warning(reason) });
    this.#gone();
  }

  #gone(): void {
    this.#state = "over";
    this.#handle.hangUp();
    void this.end();
  }
}

/** Why, for people who look at the wire (RFC 3261 §20.43, 399: miscellaneous). */
function warning(reason: string): readonly Header[] {
  return reason === "" ? [] : [{ name: "Warning", value: `399 skill-call "${reason}"` }];
}
