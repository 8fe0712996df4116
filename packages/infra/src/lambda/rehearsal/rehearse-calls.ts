import { encodeContextId } from "@skill-call/call-context";
import { checkAnswer, type EventType } from "@skill-call/pstn-audio";
import { Rehearsal, rehearseWithContexts } from "./rehearsal.ts";
import type { AskingPorts, RehearsalPorts } from "./rehearsal-ports.ts";
import { RehearsedCall, type WireEvent } from "./rehearsed-call.ts";

export interface RehearsalOptions {
  /** Login with Amazon client ID of a skill that may call. */
  readonly skillClientId: string;
}

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
export function rehearseCalls(
  ports: RehearsalPorts,
  { skillClientId }: RehearsalOptions,
): Promise<readonly string[]> {
  return rehearseWithContexts(ports, async (rehearsal, called, calledBack) => {
    const calls = new RehearsedCalls(rehearsal);
    const skill = { "X-Alexa-LWA-ClientId": skillClientId };
    const withContext = { ...skill, "User-to-User": encodeContextId(called) };
    await calls.skillCall(withContext);
    await calls.callBack(calledBack);
    await calls.refusedByService(withContext);
    await calls.withoutContext("a skill's call without its context", skill);
    await calls.ordinary();
  });
}

/** One call of somebody who dials the number itself, for which no context is needed. */
export async function rehearseOrdinaryCall(ports: AskingPorts): Promise<readonly string[]> {
  const rehearsal = new Rehearsal(ports);
  await new RehearsedCalls(rehearsal).ordinary();
  return rehearsal.problems;
}

class RehearsedCalls {
  readonly #rehearsal: Rehearsal;

  constructor(rehearsal: Rehearsal) {
    this.#rehearsal = rehearsal;
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

  ordinary(): Promise<void> {
    return this.withoutContext("an ordinary call", {});
  }

  #call(options: {
    direction: "Inbound" | "Outbound";
    headers?: Readonly<Record<string, string>>;
  }) {
    return new RehearsedCall({ transactionId: this.#rehearsal.newId(), ...options });
  }

  #answer(
    what: string,
    { call, event }: { readonly call: RehearsedCall; readonly event: WireEvent },
    ...expectations: readonly Expectation[]
  ): Promise<void> {
    return this.#rehearsal.ask(what, event, (answer) => {
      call.keep(answer);
      const unsound = unsoundness(answer, event.InvocationEventType as EventType);
      return unsound.length > 0 ? unsound : expectations.map((expect) => expect(read(answer)));
    });
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
