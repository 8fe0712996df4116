import { type Annotations, jsonLog } from "@skill-call/telemetry";
import { CallFailure, type CallFailureCode } from "../src/calls/call-failure.ts";
import type { CallStarter, CallToStart } from "../src/calls/call-starter.ts";
import { loadPhoneNumbers } from "../src/conversation/load-phone-numbers.ts";
import type { Metric } from "../src/metrics/metric.ts";
import { createEars } from "../src/safety/ears.ts";
import { createSkill, type SkillHandler, type SkillPorts } from "../src/skill.ts";
import { exampleForm } from "../src/testing/example-form.ts";
import { createFakeStore, type FakeStore } from "../src/testing/fake-store.ts";

export const callerNumber = "+12045551111";

export interface SkillUnderTest {
  readonly handler: SkillHandler;
  /** The calls that were started, in their order. */
  readonly started: readonly CallToStart[];
  readonly store: FakeStore;
  /** What the next reads of the profile give instead of a number. */
  readonly profileFailures: CallFailureCode[];
  /** What the next starts fail with. */
  readonly startFailures: CallFailureCode[];
  readonly metrics: readonly Metric[];
  readonly annotations: readonly Annotations[];
  /** The whole log. */
  readonly logged: () => string;
}

/** Of all skills under test: what was read once listens for each. */
const ears = createEars();

/** The whole skill; only what lies beyond its ports is a fake. */
export function skillUnderTest(
  changed: Partial<SkillPorts> & { readonly starterIs?: Partial<CallStarter> } = {},
): SkillUnderTest {
  const started: CallToStart[] = [];
  const profileFailures: CallFailureCode[] = [];
  const startFailures: CallFailureCode[] = [];
  const lines: string[] = [];
  const metrics: Metric[] = [];
  const annotations: Annotations[] = [];
  const store = createFakeStore(changed.form);
  let drawn = 0;
  const starter: CallStarter = {
    name: "skill-call",
    needsCallerNumber: true,
    rings: "device",
    mayBeAskedAgain: false,
    check: () => undefined,
    async start(call) {
      failWith(startFailures.shift());
      started.push(call);
    },
    ...changed.starterIs,
  };
  const handler = createSkill({
    form: exampleForm,
    ears,
    now: () => new Date("2026-03-02T12:00:00Z"),
    loadPhoneNumbers,
    newContextId() {
      drawn += 1;
      return `context-${drawn}`;
    },
    store: store.store,
    starter,
    async fetchCallerNumber() {
      failWith(profileFailures.shift());
      return callerNumber;
    },
    fetchGivenName: async () => undefined,
    async send() {
      throw new Error("nothing is slow here");
    },
    after: () => () => undefined,
    within: () => new AbortController().signal,
    clock: () => Date.UTC(2027, 0, 1),
    log: jsonLog((line) => lines.push(line)),
    measure: (metric) => metrics.push(metric),
    annotate: (facts) => annotations.push(facts),
    ...changed,
  });
  return {
    handler,
    started,
    store,
    profileFailures,
    startFailures,
    metrics,
    annotations,
    logged: () => lines.join(""),
  };
}

function failWith(code: CallFailureCode | undefined): void {
  if (code) throw new CallFailure(code);
}
