import { encodeContextId } from "@skill-call/call-context";
import { checkAnswer, type EventType } from "@skill-call/pstn-audio";
import { RehearsedCall, type WireEvent } from "./rehearsed-call.ts";

/** What a new version of the SMA handler is tried with. */
export interface RehearsalPorts {
  /**
   * Invokes the new version, and nothing else.
   * @throws when the invocation fails
   */
  invoke(event: WireEvent): Promise<unknown>;
  /** Stores a context of this rehearsal's, and answers its ID. */
  createContext(): Promise<string>;
  removeContext(contextId: string): Promise<void>;
  newId(): string;
  /** Milliseconds. */
  now(): number;
}

export interface RehearsalOptions {
  /** Login with Amazon client ID of a skill that may call. */
  readonly skillClientId: string;
}

/** The handler promises an answer within three seconds (docs/operations.md); its first one also starts it. */
const longestMs = 3_000;

/** What an answer is expected to be besides sound; says what is wrong with it. */
type Expectation = (answer: Answer) => string | undefined;

interface Answer {
  readonly Actions: readonly { readonly Type: string }[];
  readonly TransactionAttributes: Readonly<Record<string, string>>;
}

/**
 * Goes through whole calls with the new version, each event as the service would send it, and answers what is wrong
 * with its answers; nothing where it may take over.
 */
export async function rehearse(
  ports: RehearsalPorts,
  { skillClientId }: RehearsalOptions,
): Promise<readonly string[]> {
  const contexts: string[] = [];
  const rehearsal = new Rehearsal(ports);
  try {
    contexts.push(await ports.createContext());
    contexts.push(await ports.createContext());
    const [called = "", calledBack = ""] = contexts;
    const skill = { "X-Alexa-LWA-ClientId": skillClientId };
    const withContext = { ...skill, "User-to-User": encodeContextId(called) };
    await rehearsal.skillCall(withContext);
    await rehearsal.callBack(calledBack);
    await rehearsal.refusedByService(withContext);
    await rehearsal.withoutContext("a skill's call without its context", skill);
    await rehearsal.withoutContext("an ordinary call", {});
  } finally {
    await Promise.allSettled(contexts.map((contextId) => ports.removeContext(contextId)));
  }
  return rehearsal.problems;
}

class Rehearsal {
  readonly problems: string[] = [];
  readonly #ports: RehearsalPorts;
  #invocations = 0;

  constructor(ports: RehearsalPorts) {
    this.#ports = ports;
  }

  async skillCall(headers: Readonly<Record<string, string>>): Promise<void> {
    const call = this.#call({ direction: "Inbound", headers });
    const incoming = call.event("NEW_INBOUND_CALL");
    const what = "a skill's call";
    await this.#answer(`${what} comes in`, { call, event: incoming }, foundContext, leadsOn);
    await this.#answer(`${what} comes in once more`, { call, event: incoming }, foundContext);
    call.pickUp("LEG-A");
    call.pickUp("LEG-B");
    const connected = { ActionData: { Type: "CallAndBridge", Parameters: {} } };
    const success = call.event("ACTION_SUCCESSFUL", connected);
    await this.#answer(`${what} is answered`, { call, event: success }, foundContext);
    await this.#answer(
      `${what}: its caller hangs up`,
      { call, event: call.hangUp("LEG-A") },
      releases,
    );
    await this.#answer(`${what} is over`, { call, event: call.hangUp("LEG-B") });
  }

  async callBack(contextId: string): Promise<void> {
    const call = this.#call({ direction: "Outbound" });
    const Parameters = { Arguments: { contextId } };
    const outgoing = call.event("NEW_OUTBOUND_CALL", {
      ActionData: { Type: "CallCreateRequest", Parameters },
    });
    const what = "a call back";
    await this.#answer(`${what} is begun`, { call, event: outgoing });
    await this.#answer(`${what} rings`, { call, event: call.event("RINGING") });
    call.pickUp("LEG-A");
    const answered = call.event("CALL_ANSWERED");
    await this.#answer(`${what} is answered`, { call, event: answered }, foundContext, leadsOn);
    const failure = { Type: "CallAndBridge", Parameters: {}, ErrorType: "CallNotAnswered" };
    const failed = call.event("ACTION_FAILED", { ActionData: failure });
    await this.#answer(`${what}: nobody answers`, { call, event: failed }, doesSomething);
    await this.#answer(`${what} is over`, { call, event: call.hangUp("LEG-A") });
  }

  async refusedByService(headers: Readonly<Record<string, string>>): Promise<void> {
    const call = this.#call({ direction: "Inbound", headers });
    await this.#answer("a call is refused", { call, event: call.event("NEW_INBOUND_CALL") });
    const details = {
      ErrorType: "InvalidResponse",
      ErrorMessage: "Error while reading actions list.",
    };
    for (const time of ["once", "twice"]) {
      const event = call.event("INVALID_LAMBDA_RESPONSE", details);
      await this.#answer(`an answer is refused ${time}`, { call, event }, doesSomething);
    }
    await this.#answer("a refused call is over", { call, event: call.hangUp("LEG-A") });
  }

  async withoutContext(what: string, headers: Readonly<Record<string, string>>): Promise<void> {
    const call = this.#call({ direction: "Inbound", headers });
    const event = call.event("NEW_INBOUND_CALL");
    await this.#answer(`${what} comes in`, { call, event }, noContext, doesSomething);
    await this.#answer(`${what} is over`, { call, event: call.hangUp("LEG-A") });
  }

  #call(options: {
    direction: "Inbound" | "Outbound";
    headers?: Readonly<Record<string, string>>;
  }) {
    return new RehearsedCall({ transactionId: `rehearsal-${this.#ports.newId()}`, ...options });
  }

  async #answer(
    what: string,
    { call, event }: { readonly call: RehearsedCall; readonly event: WireEvent },
    ...expectations: readonly Expectation[]
  ): Promise<void> {
    this.#invocations += 1;
    const startedAt = this.#ports.now();
    let answer: unknown;
    try {
      answer = await this.#ports.invoke(event);
    } catch (error) {
      this.problems.push(`${what}: ${error instanceof Error ? error.message : "no answer"}`);
      return;
    }
    const took = this.#ports.now() - startedAt;
    call.keep(answer);
    const unsound = unsoundness(answer, event.InvocationEventType as EventType);
    const found = unsound.length > 0 ? unsound : expectations.map((expect) => expect(read(answer)));
    const late = this.#invocations > 1 && took > longestMs ? [`it took ${took} ms`] : [];
    for (const problem of [...found, ...late]) {
      if (problem !== undefined) this.problems.push(`${what}: ${problem}`);
    }
  }
}

/** The older of the guide's two limits of attributes, so that either holds. */
const maxAttributes = 10;

function unsoundness(answer: unknown, eventType: EventType): string[] {
  return checkAnswer(answer, { eventType, maxAttributes }).flatMap((problem) =>
    problem.severity === "error"
      ? [`${problem.errorType} at ${problem.field || "the answer"}`]
      : [],
  );
}

/** An answer that the checker found sound. */
function read(answer: unknown): Answer {
  const { Actions, TransactionAttributes } = answer as Partial<Answer>;
  return { Actions: Actions ?? [], TransactionAttributes: TransactionAttributes ?? {} };
}

function foundContext({ TransactionAttributes: { why } }: Answer): string | undefined {
  return why === undefined ? undefined : `its context was lost (${why})`;
}

function noContext({ Actions, TransactionAttributes: { why } }: Answer): string | undefined {
  const refused = Actions.every(({ Type }) => Type === "Hangup");
  return why !== undefined || refused ? undefined : "it has a context that it cannot have";
}

function leadsOn({ Actions }: Answer): string | undefined {
  return Actions.some(({ Type }) => Type !== "Hangup") ? undefined : "it is refused";
}

function releases({ Actions }: Answer): string | undefined {
  return Actions.some(({ Type }) => Type === "Hangup") ? undefined : "the other leg stays up";
}

function doesSomething({ Actions }: Answer): string | undefined {
  return Actions.length > 0 ? undefined : "the caller is left with nothing";
}
