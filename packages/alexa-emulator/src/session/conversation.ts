import type { Ears } from "../nlu/ears.ts";
import { utterance } from "../nlu/utterance.ts";
import { plainSpeech, type Speech } from "../response/speech.ts";
import type { SessionEnded } from "../turn.ts";
import type { SkillAnswer } from "./ask-skill.ts";
import { callerStep, consentStep, silenceStep } from "./caller-step.ts";
import type { Listening } from "./listening.ts";
import type { ConsentStatus, SkillRequest, SkillSession } from "./request-envelope.ts";
import { responseStep } from "./response-step.ts";
import type { Sending, Step } from "./step.ts";
import type { TurnRecord } from "./turn-record.ts";

/** A turn with more requests than this goes round in circles. */
const maxRequestsPerTurn = 10;

export interface ConversationPorts {
  readonly ears: Ears;
  readonly skillName: string;
  readonly newSessionId: () => string;
  /** Sends a request to the skill. */
  readonly ask: (
    request: SkillRequest,
    session: SkillSession,
    turn: TurnRecord,
  ) => Promise<SkillAnswer>;
  /** A response was well formed, and still cannot be carried out. */
  readonly refused: (problem: string, turn: TurnRecord) => void;
  /** The caller has granted these permission scopes. */
  readonly grant: (scopes: readonly string[]) => void;
  /** The answer to every question for permissions; without it Alexa waits for the caller's. */
  readonly scriptedConsent?: ConsentStatus;
}

/** One device that talks to one skill: keeps the session, and carries out step after step. */
export class Conversation {
  readonly #ports: ConversationPorts;
  #session: SkillSession | undefined;
  #listening: Listening | undefined;
  /** What is said when nobody answers; spoken once. */
  #reprompt: Speech | undefined;

  constructor(ports: ConversationPorts) {
    this.#ports = ports;
  }

  /** The microphone is open. */
  get isOpen(): boolean {
    return this.#listening !== undefined;
  }

  hear(text: string, turn: TurnRecord): Promise<void> {
    const said = utterance(text);
    return this.#run(callerStep(said, this.#listening, this.#reprompt, this.#ports.ears), turn);
  }

  silence(turn: TurnRecord): Promise<void> {
    return this.#run(silenceStep(this.#listening, this.#reprompt, this.#ports.ears), turn);
  }

  /** Ends the session without a word to the skill, as when a call takes the device. */
  close(): void {
    this.#session = undefined;
    this.#listening = undefined;
    this.#reprompt = undefined;
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

  #show({ say = [], card, understood, grants = [] }: Step, turn: TurnRecord): void {
    if (understood) turn.understand(understood);
    for (const speech of say) if (speech) turn.say(speech);
    if (card) turn.show(card);
    this.#ports.grant(grants);
  }

  #listen(listening: Listening, reprompt: Speech | undefined): Step | undefined {
    this.#listening = listening;
    this.#reprompt = reprompt;
    const { scriptedConsent, ears } = this.#ports;
    return listening.kind === "consent" && scriptedConsent
      ? consentStep(scriptedConsent, listening, ears)
      : undefined;
  }

  async #openSession(turn: TurnRecord): Promise<void> {
    if (this.#session) await this.#end({ reason: "USER_INITIATED" }, turn);
    this.#session = { sessionId: this.#ports.newSessionId(), isNew: true, attributes: {} };
  }

  async #send({ request, intent }: Sending, turn: TurnRecord): Promise<Step | undefined> {
    const session = this.#session;
    if (!session) return undefined;
    if (turn.requestCount >= maxRequestsPerTurn)
      return this.#failed(`the skill was asked ${maxRequestsPerTurn} times without a question`);
    const { response, problem = "" } = await this.#ports.ask(request, session, turn);
    const attributes = response?.sessionAttributes ?? session.attributes;
    this.#session = { ...session, isNew: false, attributes };
    if (!response) return this.#failed(problem);

    const answered = { request, before: this.#listening, ...(intent && { intent }) };
    const step = responseStep(response, answered, this.#ports.ears, this.#ports.skillName);
    if (step.kind !== "invalid") return step;
    this.#ports.refused(step.problem, turn);
    return this.#failed(step.problem);
  }

  #failed(message: string): Step {
    const { skillProblem } = this.#ports.ears.language.sentences;
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
    if (session) await this.#ports.ask({ type: "SessionEndedRequest", ...ended }, session, turn);
  }
}
