import type { Clock } from "@skill-call/emulation";
import type { Contact } from "../contact/contact.ts";
import type { Notice } from "../flow/notice.ts";
import type { Override } from "../flow/override.ts";
import { type ConnectOptions, createConnect } from "../instance/create-connect.ts";
import { Leg } from "../lines/leg.ts";
import { holds, matches } from "./matches.ts";
import type { Observation, TestAction, TestCase } from "./test-case.ts";

/** How long Connect lets a test run. */
const limitMs = 5 * 60 * 1_000;

export interface RunTestOptions {
  readonly connect: ConnectOptions & { readonly clock: Clock };
  readonly flowId: string;
  /** Attributes that the simulated contact has from the start. */
  readonly attributes?: Readonly<Record<string, string>>;
}

export interface TestResult {
  readonly status: "PASSED" | "FAILED";
  /** Identifiers of the observations that were made, in order. */
  readonly observed: readonly string[];
  /** Why it failed. */
  readonly why?: string;
}

/** Simulates a contact as a test case says, and tells whether the flow did what it expects. */
export async function runTestCase(test: TestCase, options: RunTestOptions): Promise<TestResult> {
  const { connect: settings, flowId, attributes } = options;
  const { clock } = settings;
  const leg = new Leg(clock);
  const run = new TestRun(test, leg);
  const { contacts } = createConnect({
    ...settings,
    override: run.override,
    tell: (contactId, notice) => {
      settings.tell?.(contactId, notice);
      run.hear(notice, contacts.find(contactId)?.contact);
    },
  });
  run.initiated();
  const cancel = clock.after(limitMs, () => run.fail("nothing more was observed within 5 minutes"));
  const live = contacts.startInboundVoice(flowId, leg, attributes ? { attributes } : {});
  const result = await Promise.race([run.result, live.over.then(() => run.contactOver())]);
  cancel();
  live.stop();
  leg.wentDown();
  await live.over;
  return result;
}

type Overriding = Extract<TestAction, { readonly Type: "OverrideSystemBehavior" }>;

class TestRun {
  readonly result: Promise<TestResult>;
  readonly #test: TestCase;
  readonly #leg: Leg;
  readonly #observed: string[] = [];
  readonly #overrides: Overriding[] = [];
  #expected: readonly Observation[];
  #end: (result: TestResult) => void = () => {};

  constructor(test: TestCase, leg: Leg) {
    this.#test = test;
    this.#leg = leg;
    this.#expected = test.observations.slice(0, 1);
    this.result = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  readonly override: Override = (actionType, parameters) =>
    this.#overrides.find(
      ({ ActionType, ActionParameters }) =>
        ActionType === actionType &&
        Object.entries(ActionParameters).every(([name, value]) => parameters[name] === value),
    )?.strategy;

  /** The first observation waits for the test to begin. */
  initiated(): void {
    const first = this.#expected.find(({ event }) => event.Type === "TestInitiated");
    if (first) this.#made(first, undefined);
  }

  hear(notice: Notice, contact: Contact | undefined): void {
    if (!contact) return;
    const made = this.#expected.find(({ event }) => matches(event, notice, contact));
    if (made) this.#made(made, contact);
  }

  fail(why: string): void {
    this.#end({ status: "FAILED", observed: this.#observed, why });
  }

  contactOver(): TestResult {
    const missing = this.#expected.map(({ identifier }) => identifier).join(" or ");
    const why = `the contact was over before ${missing} was observed`;
    return { status: "FAILED", observed: this.#observed, why };
  }

  #made(observation: Observation, contact: Contact | undefined): void {
    this.#observed.push(observation.identifier);
    for (const action of observation.actions) {
      if (this.#carryOut(action, observation, contact)) return;
    }
    const { next } = observation;
    this.#expected = this.#test.observations.filter(({ identifier }) => next.includes(identifier));
    if (next.length === 0) this.#pass();
  }

  /** True when the test is over. */
  #carryOut(
    action: TestAction,
    { identifier }: Observation,
    contact: Contact | undefined,
  ): boolean {
    switch (action.Type) {
      case "SendInstruction":
        for (const digit of action.digits) this.#leg.press(digit);
        return false;
      case "OverrideSystemBehavior":
        this.#overrides.push(action);
        return false;
      case "Assert":
        if (contact && holds(action, contact)) return false;
        this.fail(`in ${identifier}, ${action.Namespace} is not as asserted`);
        return true;
      case "TestControl":
        if (!action.end) return false;
        this.#pass();
        return true;
    }
  }

  #pass(): void {
    this.#expected = [];
    this.#end({ status: "PASSED", observed: this.#observed });
  }
}
