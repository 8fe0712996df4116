import type { Alexa, Turn } from "@skill-call/alexa-emulator";
import type { Reply } from "@skill-call/call-console";
import { NotNowError } from "@skill-call/call-console";
import type { CallForm } from "@skill-call/call-form";
import { answersByForm, type FormAnswers } from "../calls/answers-by-form.ts";
import { type CallPlan, skillCallPlan } from "../calls/call-plan.ts";
import { outcomeText } from "../calls/outcome-text.ts";
import { placeCall, prepareContext } from "../calls/place-call.ts";
import { type CallRun, hangUp, type PlacedCall, runCall } from "../calls/run-call.ts";
import { takeTurn } from "../calls/run-conversation.ts";
import { sampleCallerNumber } from "../calls/sample-cases.ts";
import type { NamedFault } from "../faults/named-fault.ts";
import type { Laptop } from "../laptop.ts";
import { mobileNumberScope } from "../mobile-number-scope.ts";
import { armOnly } from "./armed-faults.ts";
import { faultsByName } from "./laptop-setup.ts";
import type { CallRequest, ConversationRequest, HangUpRequest } from "./requests.ts";
import type { SessionRecorder } from "./session-recorder.ts";

export interface LaptopSessionOptions {
  readonly laptop: Laptop;
  /** What straight calls are read by. */
  readonly form: CallForm;
  readonly recorder: SessionRecorder;
  /** Milliseconds that caller and callee talk, unless somebody hangs up. */
  readonly talkMs: number;
}

/** One person at the console: one conversation or call at a time. */
export class LaptopSession {
  readonly #laptop: Laptop;
  readonly #form: CallForm;
  readonly #recorder: SessionRecorder;
  readonly #talkMs: number;
  #caller: ConversationRequest;
  #alexa: Alexa | undefined;
  #faults: readonly NamedFault[] = [];
  #recordId: string | undefined;
  #busy = false;
  #call: PlacedCall | undefined;

  constructor({ laptop, form, recorder, talkMs }: LaptopSessionOptions) {
    this.#laptop = laptop;
    this.#form = form;
    const [{ locale }] = form.words;
    const callerNumber = sampleCallerNumber(locale);
    this.#caller = { locale, callerNumber, numberGranted: true, callingEnabled: true };
    this.#recorder = recorder;
    this.#talkMs = talkMs;
  }

  /** Puts a new caller in front of a new Alexa device. */
  async converse(caller: ConversationRequest): Promise<void> {
    await this.#alone(async () => {
      this.#caller = caller;
      await this.#alexa?.close();
      this.#alexa = undefined;
      this.#recordId = undefined;
    });
  }

  /** Says something to Alexa; a call that comes of it goes its way. */
  async say(text: string): Promise<Reply> {
    return this.#alone(async () => {
      const alexa = await this.#deviceOfCaller();
      const since = this.#laptop.story.mark();
      const { turn, call } = await takeTurn(this.#laptop, () =>
        text.trim() === "" ? alexa.silence() : alexa.say(text),
      );
      if (call) this.#follow({ call, hangsUp: "callee", since });
      return replyOf(turn, call !== undefined);
    });
  }

  /**
   * Places a call straight at the SIP media application.
   * @throws {NotInFormError} where the call form has no such reason, field or value
   */
  async place(request: CallRequest): Promise<void> {
    await this.#alone(async () => {
      this.#recordId = undefined;
      const plan = this.#planOf(request);
      this.#begin(`Straight call, ${request.locale}`, request.locale);
      // The scene is set before anything fails.
      armOnly([], this.#laptop, this.#alexa);
      const carried = await prepareContext(this.#laptop, plan);
      armOnly(this.#faults, this.#laptop, this.#alexa);
      const since = this.#laptop.story.mark();
      const call = placeCall(this.#laptop, plan, carried);
      this.#follow({ call, hangsUp: plan.hangsUp, since });
    });
  }

  /**
   * Makes these fail from now on, and nothing else.
   * @throws {NotNowError} when there is no such failure
   */
  chooseFaults(names: readonly string[]): void {
    this.#faults = names.map((name) => {
      const fault = faultsByName.get(name);
      if (!fault) throw new NotNowError("There is no failure of that name.");
      return fault;
    });
    this.#arm();
  }

  /** @throws {NotNowError} when there is nothing to hang up */
  hangUp({ who }: HangUpRequest): void {
    const call = this.#call;
    if (!call) throw new NotNowError("There is no call to hang up.");
    const answered = this.#laptop.answers
      .list()
      .find(({ kind, transactionId }) => kind !== "caller" && transactionId === call.transactionId);
    hangUp(this.#laptop, { call, hangsUp: who }, answered);
  }

  async #deviceOfCaller(): Promise<Alexa> {
    const { callingEnabled, ...owner } = this.#caller;
    if (!this.#alexa) {
      this.#alexa = await this.#laptop.openAlexa(owner);
      this.#alexa.customer.callingEnabled = callingEnabled;
    }
    if (this.#recordId === undefined) {
      this.#begin(`Conversation, ${owner.locale}`, owner.locale);
      this.#arm();
    }
    return this.#alexa;
  }

  #arm(): void {
    if (this.#caller.numberGranted) this.#alexa?.customer.grant([mobileNumberScope]);
    armOnly(this.#faults, this.#laptop, this.#alexa);
  }

  #begin(title: string, locale: string): void {
    this.#recordId = this.#recorder.begin({ title, locale });
  }

  #planOf(request: CallRequest): CallPlan {
    const { reason, fields, locale } = request;
    const today = new Date(this.#laptop.clock.now()).toISOString().slice(0, 10);
    const typed = { reason: reason.id, fields: Object.entries(fields), locale, today };
    return planOf(request, answersByForm(this.#form, typed), this.#faults);
  }

  /** The call takes its way; when it is over, the next word begins a new record. */
  #follow(run: CallRun): void {
    const id = this.#recordId;
    if (id === undefined) return;
    this.#call = run.call;
    void runCall(this.#laptop, { ...run, talkMs: this.#talkMs })
      .then((report) => this.#recorder.end(id, outcomeText(report)))
      .catch(() => this.#recorder.end(id, "The call was broken off"))
      .finally(() => {
        this.#call = undefined;
        this.#recordId = undefined;
      });
  }

  async #alone<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.#call) throw new NotNowError("A call is on. Hang up first.");
    if (this.#busy) throw new NotNowError("The last word is not answered yet.");
    this.#busy = true;
    try {
      return await task();
    } finally {
      this.#busy = false;
    }
  }
}

function replyOf({ sessionOpen, exchanges }: Turn, calls: boolean): Reply {
  const problems = exchanges.flatMap(({ problem }) => (problem === undefined ? [] : [problem]));
  return { sessionOpen, calls, problems };
}

function planOf(
  request: CallRequest,
  { reason, fields }: FormAnswers,
  faults: readonly NamedFault[],
): CallPlan {
  const { name, callerNumber, locale } = request;
  const context = {
    callerName: name,
    ...fields,
    accountIdVerified: false,
    reason: { ...request.reason, ...reason },
    callerNumber,
    locale,
    callStarter: "skill-call",
  } as const;
  const plan = skillCallPlan(context, callerNumber);
  return faults.reduce((flawed, fault) => fault.plan?.(flawed) ?? flawed, plan);
}
