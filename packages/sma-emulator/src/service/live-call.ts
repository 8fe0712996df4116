import { runAction } from "./actions/action-table.ts";
import type { ActionScope } from "./actions/emulated-action.ts";
import { askLambda } from "./ask-lambda.ts";
import { advance } from "./call/advance.ts";
import type { CallInput } from "./call/call-input.ts";
import {
  type CallState,
  callerWaitsIdly,
  isOver,
  legInSilence,
  legOf,
  legTagged,
} from "./call/call-state.ts";
import { releaseLegs } from "./call/end-call.ts";
import type { Notice } from "./call/notice.ts";
import type { RunningAction } from "./call/planned-action.ts";
import type { Effect, Step } from "./call/step.ts";
import {
  actionFailure,
  type CallStep,
  callerSays,
  callOver,
  noted,
  standsStill,
} from "./call-story.ts";
import type { CallersCall } from "./inbound-caller.ts";
import { Keypads } from "./keypads.ts";
import { LoopWatch } from "./loop-watch.ts";
import type { LogLine } from "./service-log.ts";
import type { ServiceWorld } from "./service-world.ts";
import { Speakers } from "./speakers.ts";

/** The person on LEG-A. */
export interface CallerEnd {
  /** Refuses, cancels or hangs up. */
  release(sipCode: number): void;
  /** Answers an inbound call. */
  answer?(): void;
  /** Rings the phone of an outbound call. */
  dial?(): void;
}

type Handlers = {
  readonly [Type in Effect["type"]]: (effect: Extract<Effect, { type: Type }>) => void;
};

/** A call while it lives: carries out what the state machine wants done and tells it what comes of it. */
export class LiveCall implements CallersCall {
  readonly over: Promise<void>;
  #state: CallState;
  readonly #world: ServiceWorld;
  readonly #inbox: CallInput[] = [];
  readonly #releases = new Map<string, () => void>();
  readonly #keypads = new Keypads();
  readonly #speech = new Speakers();
  readonly #loopWatch: LoopWatch;
  #lastTold: Notice | undefined;
  /** Labels of what is told once. */
  readonly #told = new Set<string>();
  #caller: CallerEnd | undefined;
  #busy = false;
  #isOver = false;
  #stopRunning = new AbortController();
  #cancelIdle: (() => void) | undefined;
  #end: () => void = () => {};

  constructor(state: CallState, world: ServiceWorld) {
    this.#state = state;
    this.#world = world;
    this.#loopWatch = new LoopWatch(world.clock, world.limits);
    this.over = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  get transactionId(): string {
    return this.#state.transactionId;
  }

  get state(): CallState {
    return this.#state;
  }

  start(caller: CallerEnd): void {
    this.#caller = caller;
    this.dispatch({ type: "placed" });
  }

  /** Inputs are taken one after the other, also those that come up while one is being taken. */
  dispatch(input: CallInput): void {
    this.#inbox.push(input);
    if (this.#busy) return;
    this.#busy = true;
    for (let next = this.#inbox.shift(); next; next = this.#inbox.shift()) this.#take(next);
    this.#busy = false;
  }

  /** Hangs everything up without asking the Lambda: the emulator ends. */
  abandon(): void {
    if (this.#isOver) return;
    this.#carryOut(releaseLegs(this.#state, 480));
    this.#finish();
  }

  pressed(callId: string, digit: string): void {
    this.#keypads.press(callId, digit);
  }

  /** The person on LEG-A says something. */
  said(text: string): void {
    const caller = legTagged(this.#state, "LEG-A");
    if (caller?.status !== "connected") return;
    this.tell(callerSays(text));
    this.#speech.say(caller.callId, text);
  }

  tell(step: CallStep): void {
    this.#world.trace({ ...step, transactionId: this.transactionId });
  }

  #take(input: CallInput): void {
    if (this.#isOver) return;
    this.#carryOut(advance(this.#state, input));
    this.#watchIdleness();
    this.#tellStandstill(input);
    if (isOver(this.#state)) this.#finish();
  }

  #carryOut({ state, effects }: Step): void {
    this.#state = state;
    for (const effect of effects) {
      const handle = this.#handlers[effect.type] as (effect: Effect) => void;
      handle(effect);
    }
  }

  readonly #handlers: Handlers = {
    ask: ({ notice }) => void this.#ask(notice),
    "dial-caller": () => this.#caller?.dial?.(),
    "answer-caller": () => this.#caller?.answer?.(),
    release: ({ callId, sipCode }) => this.#release(callId, sipCode),
    run: ({ running }) => void this.#run(running),
    stop: () => this.#stopRunning.abort(),
  };

  async #ask(notice: Notice): Promise<void> {
    const state = this.#state;
    const failure = actionFailure(notice);
    if (failure) this.#note("action.failed", failure);
    this.#lastTold = notice;
    const nowhere = this.#loopWatch.next(notice);
    if (nowhere !== undefined) return this.#giveUp(nowhere);
    const application = this.#world.applicationWith(state.sipMediaApplicationIds[0]);
    if (!application) return this.dispatch({ type: "lambda-failed", attempts: 0 });
    const question = { state, notice, application };
    this.dispatch(
      await askLambda(question, {
        ...this.#world,
        tell: (step) =>
          step.kind === "sma.answer-problem" ? this.#tellOnce(step) : this.tell(step),
        log: (level, message) => this.#log(level, message),
      }),
    );
  }

  #giveUp(why: string): void {
    this.#note(
      "call.given-up",
      `The Lambda leads nowhere: ${why}. The service would go on; here the call ends`,
    );
    this.dispatch({ type: "given-up" });
  }

  /** Tells and logs it; in a loop the same words are said once. */
  #note(kind: CallStep["kind"], label: string): void {
    if (this.#tellOnce(noted(kind, label))) this.#log("warn", label);
  }

  /** Whether it was new. */
  #tellOnce(step: CallStep): boolean {
    if (this.#told.has(step.label)) return false;
    this.#told.add(step.label);
    this.tell(step);
    return true;
  }

  async #run(running: RunningAction): Promise<void> {
    this.#stopRunning = new AbortController();
    const scope = this.#scope(running, this.#stopRunning.signal);
    scope.end(await runAction(scope));
  }

  #scope({ action, callId, run }: RunningAction, signal: AbortSignal): ActionScope {
    return {
      action,
      callId,
      farEnd: legOf(this.#state, callId)?.farEnd ?? "caller",
      signal,
      state: this.#state,
      ports: { ...this.#world, log: (message) => this.#note("call.note", message) },
      dispatch: (input) => this.dispatch(input),
      end: (outcome) => this.dispatch({ type: "action-ended", run, outcome }),
      attach: (leg, release) => void this.#releases.set(leg, release),
      onDigit: (leg, listener) => this.#keypads.listen(leg, listener),
      collectDigits: (leg, collector) => this.#keypads.collect(leg, collector),
      pressed: (leg, digit) => this.pressed(leg, digit),
      onSaid: (leg, listener) => this.#speech.listen(leg, listener),
      tell: (step) => this.tell(step),
    };
  }

  #release(callId: string, sipCode: number): void {
    if (legTagged(this.#state, "LEG-A")?.callId === callId) this.#caller?.release(sipCode);
    this.#releases.get(callId)?.();
  }

  #watchIdleness(): void {
    if (!callerWaitsIdly(this.#state)) {
      this.#cancelIdle?.();
      this.#cancelIdle = undefined;
      return;
    }
    this.#cancelIdle ??= this.#world.clock.after(this.#world.limits.noActionMs, () =>
      this.dispatch({ type: "idled" }),
    );
  }

  /** A Lambda that does nothing leaves the caller in silence: somebody has to say so. */
  #tellStandstill({ type }: CallInput): void {
    const waiting = type === "lambda-answered" ? legInSilence(this.#state) : undefined;
    if (!waiting || this.#keypads.isCollected(waiting.callId)) return;
    this.#note("call.note", standsStill(waiting, this.#lastTold));
  }

  #finish(): void {
    this.#isOver = true;
    this.#cancelIdle?.();
    this.#keypads.close();
    this.tell(callOver());
    this.#end();
  }

  #log(level: LogLine["level"], message: string): void {
    this.#world.log({ level, message, transactionId: this.transactionId });
  }
}
