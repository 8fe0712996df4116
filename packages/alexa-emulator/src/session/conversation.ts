import type { CustomerAccount } from "../customer-account.ts";
import type { AudioPlayer } from "../device/audio-player.ts";
import { type Ears, withEntities } from "../nlu/ears.ts";
import { utterance } from "../nlu/utterance.ts";
import type { SendRequest } from "../response/directive.ts";
import type { SkillResponse } from "../response/read-response.ts";
import { plainSpeech, type Speech } from "../response/speech.ts";
import type { SessionEnded } from "../turn.ts";
import type { SkillAnswer } from "./ask-skill.ts";
import { callerStep, consentStep, playbackStep, purchaseStep, silenceStep } from "./caller-step.ts";
import type { Listening } from "./listening.ts";
import { type PurchaseResult, purchaseQuestion, settle, settledPurchase } from "./purchase.ts";
import {
  type ConsentStatus,
  isEvent,
  type SkillRequest,
  type SkillSession,
} from "./request-envelope.ts";
import { responseStep } from "./response-step.ts";
import type { RawEnvelope, SkillLine } from "./skill-line.ts";
import type { Sending, Step } from "./step.ts";
import type { TurnRecord } from "./turn-record.ts";

/** A turn with more requests than this goes round in circles. */
const maxRequestsPerTurn = 10;

export interface ConversationPorts {
  readonly ears: Ears;
  readonly skillName: string;
  readonly newSessionId: () => string;
  readonly skillLine: SkillLine;
  readonly customer: CustomerAccount;
  readonly audioPlayer: AudioPlayer;
  /** A response was well formed, and still cannot be carried out. */
  readonly refused: (problem: string, turn: TurnRecord) => void;
  /** The answer to every question for permissions; without it Alexa waits for the caller's. */
  readonly scriptedConsent?: ConsentStatus;
  /** How every errand at the shop ends; without it Alexa asks the caller. */
  readonly scriptedPurchase?: PurchaseResult;
}

/** One device that talks to one skill: keeps the session, and carries out step after step. */
export class Conversation {
  readonly #ports: ConversationPorts;
  #session: SkillSession | undefined;
  #listening: Listening | undefined;
  /** What is said when nobody answers; spoken once. */
  #reprompt: Speech | undefined;
  /** With what the skill has taught them in this session. */
  #ears: Ears;

  constructor(ports: ConversationPorts) {
    this.#ports = ports;
    this.#ears = ports.ears;
  }

  /** The microphone is open. */
  get isOpen(): boolean {
    return this.#listening !== undefined;
  }

  get attributes(): SkillSession["attributes"] {
    return this.#session?.attributes ?? {};
  }

  hear(text: string, turn: TurnRecord): Promise<void> {
    const said = utterance(text);
    const hasPlayed = this.#ports.audioPlayer.state.playerActivity !== "IDLE";
    const control = hasPlayed && !this.#listening ? playbackStep(said, this.#ears) : undefined;
    if (control) return this.#run(control, turn);
    return this.#run(callerStep(said, this.#listening, this.#reprompt, this.#ears), turn);
  }

  silence(turn: TurnRecord): Promise<void> {
    return this.#run(silenceStep(this.#listening, this.#reprompt, this.#ears), turn);
  }

  /** Something happens on the device that belongs to the session; without one it begins one. */
  happen(request: SkillRequest, turn: TurnRecord): Promise<void> {
    return this.#run({ kind: "send", request, opensSession: this.#session === undefined }, turn);
  }

  /** Something happens that belongs to no session: the answer may only say what is to be played. */
  async tell(request: SkillRequest, turn: TurnRecord): Promise<void> {
    const { response } = await this.#ports.skillLine.ask(request, undefined, turn);
    if (response) this.#takeOutsideSession(request, response, turn);
  }

  /** An envelope that somebody else wrote; what it leaves out is of this conversation. Its answer is carried out. */
  async send(raw: RawEnvelope, turn: TurnRecord): Promise<void> {
    const isOfSession = "session" in raw || inSession(raw.request);
    if (isOfSession && (!this.#session || isNew(raw))) await this.#openSession(turn);
    const session = isOfSession ? this.#session : undefined;
    const answer = await this.#ports.skillLine.send(raw, session, turn);
    if (raw.request.type === "SessionEndedRequest") this.close();
    else if (session) await this.#run(this.#answered({ request: raw.request }, answer, turn), turn);
    else if (answer.response) this.#takeOutsideSession(raw.request, answer.response, turn);
  }

  /** Ends the session without a word to the skill, as when a call takes the device. */
  close(): void {
    this.#session = undefined;
    this.#listening = undefined;
    this.#reprompt = undefined;
    this.#ears = this.#ports.ears;
  }

  async #run(first: Step, turn: TurnRecord): Promise<void> {
    let step: Step | undefined = first;
    while (step) step = await this.#carryOut(step, turn);
  }

  /** The answer is the step that follows at once. */
  async #carryOut(step: Step, turn: TurnRecord): Promise<Step | undefined> {
    if (step.opensSession) await this.#openSession(turn);
    this.#show(step, turn);
    switch (step.kind) {
      case "send":
        return this.#send(step, turn);
      case "listen":
        return this.#listen(step.listening, step.reprompt);
      case "shop":
        return this.#shop(step.directive, turn);
      case "end":
        await this.#end(step.ended, turn);
        return undefined;
      case "close":
        this.close();
        return undefined;
      case "stay":
        return undefined;
    }
  }

  #show({ say = [], card, understood, grants = [], settles }: Step, turn: TurnRecord): void {
    const { customer } = this.#ports;
    if (understood) turn.understand(understood);
    for (const speech of say) if (speech) turn.say(speech);
    if (card) turn.show(card);
    customer.grant(grants);
    if (settles) settle(settles.directive, settles.result, customer);
  }

  #listen(listening: Listening, reprompt: Speech | undefined): Step | undefined {
    this.#listening = listening;
    this.#reprompt = reprompt;
    const { scriptedConsent } = this.#ports;
    return listening.kind === "consent" && scriptedConsent
      ? consentStep(scriptedConsent, listening, this.#ears)
      : undefined;
  }

  #shop(directive: SendRequest, turn: TurnRecord): Step | undefined {
    const { customer, scriptedPurchase } = this.#ports;
    this.close();
    const listening = { kind: "purchase", directive } as const;
    const settled = settledPurchase(directive, customer.products) ?? scriptedPurchase;
    if (settled) return purchaseStep(settled, listening);
    const question = purchaseQuestion(directive, customer.products, this.#ears.language);
    for (const speech of question) turn.say(speech);
    return this.#listen(listening, undefined);
  }

  async #openSession(turn: TurnRecord): Promise<void> {
    if (this.#session) await this.#end({ reason: "USER_INITIATED" }, turn);
    this.#session = { sessionId: this.#ports.newSessionId(), isNew: true, attributes: {} };
  }

  async #send(sending: Sending, turn: TurnRecord): Promise<Step | undefined> {
    const session = this.#session;
    if (!session) return undefined;
    if (turn.requestCount >= maxRequestsPerTurn)
      return this.#failed(`the skill was asked ${maxRequestsPerTurn} times without a question`);
    const answer = await this.#ports.skillLine.ask(sending.request, session, turn);
    return this.#answered(sending, answer, turn);
  }

  #answered({ request, intent }: Sending, answer: SkillAnswer, turn: TurnRecord): Step {
    const { response, problem = "" } = answer;
    const attributes = response?.sessionAttributes ?? this.attributes;
    if (this.#session) this.#session = { ...this.#session, isNew: false, attributes };
    if (!response) return this.#failed(problem);
    this.#apply(response);

    const answered = { request, before: this.#listening, ...(intent && { intent }) };
    const step = responseStep(response, answered, this.#ears, this.#ports.skillName);
    if (step.kind !== "invalid") return step;
    this.#ports.refused(step.problem, turn);
    return this.#failed(step.problem);
  }

  #takeOutsideSession(request: SkillRequest, response: SkillResponse, turn: TurnRecord): void {
    const problem = outsideSessionProblem(request, response);
    if (problem) this.#ports.refused(problem, turn);
    else this.#apply(response);
  }

  /** What is to be played, and the words that the skill has taught. */
  #apply({ audio, entities }: SkillResponse): void {
    for (const each of audio) this.#ports.audioPlayer.carryOut(each);
    if (entities) this.#ears = withEntities(this.#ports.ears, entities);
  }

  #failed(message: string): Step {
    const { skillProblem } = this.#ears.language.sentences;
    const error = { type: "INVALID_RESPONSE", message } as const;
    return {
      kind: "end",
      say: [plainSpeech("alexa", skillProblem)],
      ended: { reason: "ERROR", error },
    };
  }

  /** The skill hears that its session is over; what it answers does not matter any more. */
  async #end(ended: SessionEnded, turn: TurnRecord): Promise<void> {
    const session = this.#session;
    this.close();
    turn.end(ended);
    if (session)
      await this.#ports.skillLine.ask({ type: "SessionEndedRequest", ...ended }, session, turn);
  }
}

/** Requests of the AudioPlayer and the PlaybackController, events, and the like belong to no session. */
function inSession(request: SkillRequest): boolean {
  const isOutside = /^(?:AudioPlayer|PlaybackController|System)\.|^CanFulfill/.test(request.type);
  return !isOutside && !isEvent(request);
}

function isNew(raw: RawEnvelope): boolean {
  return (raw.session as { readonly new?: unknown } | undefined)?.new === true;
}

/** "AudioPlayer Interface Reference": a response can hold directives, and nothing else. */
function outsideSessionProblem(
  { type }: SkillRequest,
  { speech, card, reprompt, shouldEndSession }: SkillResponse,
): string | undefined {
  if (!/^(?:AudioPlayer|PlaybackController)\./.test(type)) return undefined;
  const parts = { outputSpeech: speech, card, reprompt };
  const [found] = Object.entries(parts).find(([, value]) => value !== undefined) ?? [];
  const wrong = found ?? (shouldEndSession === false ? "shouldEndSession" : undefined);
  return wrong && `a response to ${type} cannot have ${wrong}`;
}
