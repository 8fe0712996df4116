import type { CallHandle } from "@skill-call/emulation";
import type { PstnAudio } from "../service/pstn-audio.ts";
import type { SmaTraceEvent } from "../sma-trace.ts";
import type { HeardOptions, SmaCall, SmaEvent, Sound } from "./sma.ts";
import { NotHeardError, NotOverError, NotToldError } from "./sma-test-error.ts";
import { isHeard, soundOf } from "./sounds.ts";
import type { TestTime } from "./test-time.ts";

export interface TestedCallPorts {
  readonly transactionId: string;
  readonly service: Pick<PstnAudio, "calls" | "say">;
  readonly time: TestTime;
  /** The phone of LEG-A. */
  readonly caller: () => Pick<CallHandle, "press" | "hangUp"> | undefined;
}

/** A call as its test sees it: what the service tells of it, and a caller who does as they are told. */
export class TestedCall implements SmaCall {
  readonly transactionId: string;
  readonly #ports: TestedCallPorts;
  readonly #steps: SmaTraceEvent[] = [];
  readonly #sounds: Sound[] = [];
  readonly #heardSoFar = new Map<string, number>();
  readonly #toldSoFar = new Map<string, number>();

  constructor(ports: TestedCallPorts) {
    this.transactionId = ports.transactionId;
    this.#ports = ports;
  }

  /** Hears of the next step of this call. */
  add(step: SmaTraceEvent): void {
    this.#steps.push(step);
    const sound = soundOf(step);
    if (sound) this.#sounds.push(sound);
  }

  get events(): readonly SmaEvent[] {
    return this.#details("sma.event") as readonly SmaEvent[];
  }

  get answers(): readonly unknown[] {
    return this.#details("sma.answer");
  }

  get sounds(): readonly Sound[] {
    return this.#sounds;
  }

  get problems(): readonly string[] {
    const kinds = [
      "sma.answer-problem",
      "sma.failed",
      "action.failed",
      "call.given-up",
      "call.note",
    ];
    return this.#steps
      .filter((step) => kinds.includes(step.kind) && !isWarning(step))
      .map(({ label }) => label);
  }

  get warnings(): readonly string[] {
    return this.#steps.filter(isWarning).map(({ label }) => label);
  }

  get state(): SmaCall["state"] {
    if (this.#has("call.over") || this.refusedWith !== undefined) return "over";
    const answered = this.#steps.some(
      ({ kind, from, to }) =>
        (kind === "call.answered" && to === "caller") ||
        (kind === "leg.answered" && from === "caller"),
    );
    return answered ? "answered" : "ringing";
  }

  get refusedWith(): number | undefined {
    const refused = this.#steps.find(({ kind }) => kind === "call.refused");
    return (refused?.detail as { readonly sipCode: number } | undefined)?.sipCode;
  }

  async heard(what: string | RegExp, options: HeardOptions = {}): Promise<void> {
    const { by = "caller" } = options;
    const found = await this.#until(() => {
      const from = this.#heardSoFar.get(by) ?? 0;
      const index = this.#sounds.findIndex(
        (sound, at) => at >= from && sound.to === by && isHeard(sound, what),
      );
      if (index >= 0) this.#heardSoFar.set(by, index + 1);
      return index >= 0;
    }, options);
    if (!found) throw new NotHeardError(this.#notHeard(what, by));
  }

  async told(eventType: string, options: Pick<HeardOptions, "withinMs"> = {}): Promise<SmaEvent> {
    let event: SmaEvent | undefined;
    const found = await this.#until(() => {
      const from = this.#toldSoFar.get(eventType) ?? 0;
      const index = this.events.findIndex(
        (each, at) => at >= from && each.InvocationEventType === eventType,
      );
      if (index < 0) return false;
      this.#toldSoFar.set(eventType, index + 1);
      event = this.events[index];
      return true;
    }, options);
    if (found && event) return event;
    const message = `The Lambda got no ${eventType}${this.#instead()}`;
    throw new NotToldError(message);
  }

  press(digits: string): Promise<void> {
    return this.#act(() => this.#ports.caller()?.press(digits));
  }

  say(text: string): Promise<void> {
    return this.#act(() => this.#ports.service.say(this.transactionId, text));
  }

  hangUp(): Promise<void> {
    return this.#act(() => this.#ports.caller()?.hangUp());
  }

  async over(options: Pick<HeardOptions, "withinMs"> = {}): Promise<void> {
    if (await this.#until(() => this.state === "over", options)) return;
    const { service } = this.#ports;
    const legs = service.calls().find(({ transactionId }) => transactionId === this.transactionId);
    const up = legs?.legs.map(({ tag, status }) => `${tag} is ${status}`).join(", ");
    throw new NotOverError(`The call is not over: ${up}${this.#instead()}`);
  }

  async #act(deed: () => void): Promise<void> {
    const { time } = this.#ports;
    await time.settled();
    deed();
    await time.settled();
  }

  /** Lets time pass until something is so; `false` when it does not come to that. */
  async #until(
    condition: () => boolean,
    { withinMs }: Pick<HeardOptions, "withinMs">,
  ): Promise<boolean> {
    const { time } = this.#ports;
    const end = time.clock.now() + (withinMs ?? time.patienceMs);
    await time.settled();
    while (!condition()) {
      if (this.state === "over" || time.clock.now() >= end || !(await time.step())) {
        return condition();
      }
    }
    return true;
  }

  #notHeard(what: string | RegExp, by: string): string {
    const heard = this.#sounds.filter(({ to }) => to === by).map((sound) => `"${sound.what}"`);
    const instead = heard.length > 0 ? `; heard was ${heard.join(", ")}` : "; nothing was heard";
    const wanted = typeof what === "string" ? `"${what}"` : String(what);
    return `The ${by} did not hear ${wanted}${instead}${this.#instead()}`;
  }

  /** What happened in place of what was waited for. */
  #instead(): string {
    const events = this.events.map(({ InvocationEventType: type }) => type).join(", ");
    const problems = this.problems.map((problem) => `\n- ${problem}`).join("");
    return `.\nThe call is ${this.state}; its events: ${events || "none"}.${problems}`;
  }

  #details(kind: SmaTraceEvent["kind"]): readonly unknown[] {
    return this.#steps.filter((step) => step.kind === kind).map(({ detail }) => detail);
  }

  #has(kind: SmaTraceEvent["kind"]): boolean {
    return this.#steps.some((step) => step.kind === kind);
  }
}

function isWarning({ kind, detail }: SmaTraceEvent): boolean {
  return (
    kind === "sma.answer-problem" &&
    (detail as { readonly severity: string }).severity === "warning"
  );
}
