import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyBuiltAction, e164 } from "../../test/arbitrary-action.ts";
import { rawEvent } from "../../test/raw-event.ts";
import { sampleActions } from "../../test/sample-actions.ts";
import type { Action } from "../actions/action.ts";
import { callAndBridge } from "../actions/call-and-bridge.ts";
import { isPstnAudioError } from "../errors.ts";
import { eventTypes } from "../events/event.ts";
import { readEvent } from "../events/read-event.ts";
import { actionNames } from "../vocabulary/action-vocabulary.ts";
import { answer } from "./answer.ts";
import { checkAnswer } from "./check-answer.ts";

const eventType = fc.constantFrom(...eventTypes);
const names = fc.constantFrom(...actionNames);
const known = { legs: readEvent(rawEvent()).legs, ownedNumbers: ["+16075550100"] };

/** The sample actions with some of their parameters overwritten by any JSON. */
const spoiltAction = fc
  .constantFrom(...Object.values<Action>(sampleActions))
  .chain((action) =>
    fc
      .dictionary(fc.constantFrom(...Object.keys(action.Parameters)), fc.jsonValue())
      .map((change) => ({ Type: action.Type, Parameters: { ...action.Parameters, ...change } })),
  );

const anyAction = fc.oneof(
  spoiltAction,
  fc.record({ Type: names, Parameters: fc.jsonValue() }),
  fc.jsonValue(),
);
const anyAnswer = fc.record(
  {
    SchemaVersion: fc.oneof({ weight: 5, arbitrary: fc.constant("1.0") }, fc.jsonValue()),
    Actions: fc.oneof({ weight: 5, arbitrary: fc.array(anyAction) }, fc.jsonValue()),
    TransactionAttributes: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

test("the checker takes any JSON value and never throws", () => {
  fc.assert(
    fc.property(fc.oneof(anyAnswer, fc.jsonValue()), eventType, (raw, type) => {
      for (const problem of checkAnswer(raw, { eventType: type, ...known })) {
        expect(problem.message).not.toBe("");
        expect(problem.scope === "action").toBe(problem.field.includes(".Parameters."));
      }
    }),
    { numRuns: 500 },
  );
});

test("no problem repeats a value of the answer", () => {
  const secret = "+19995550142-secret";
  const Parameters = fc.dictionary(
    fc.constantFrom("CallId", "Text", "CallerIdNumber", "Endpoints", "JoinToken", "Digits"),
    fc.constantFrom(secret, [secret], { Uri: secret }, [{ Uri: secret }]),
  );
  fc.assert(
    fc.property(names, Parameters, (Type, parameters) => {
      const raw = { SchemaVersion: "1.0", Actions: [{ Type, Parameters: parameters }] };
      const problems = checkAnswer(raw, { eventType: "CALL_ANSWERED", ...known });
      expect(JSON.stringify(problems)).not.toContain("9995550142");
    }),
  );
});

test("whatever the builders make passes the checker, also after its way over the wire", () => {
  const attributes = fc.dictionary(fc.string(), fc.string(), { maxKeys: 20 });
  const actions = fc.array(anyBuiltAction, { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(actions, attributes, (list, map) => {
      const wire = JSON.parse(JSON.stringify(answer(list, map)));
      expect(checkAnswer(wire, { eventType: "NEW_INBOUND_CALL" })).toEqual([]);
    }),
  );
});

test("a builder refuses exactly what the checker calls an error", () => {
  const options = fc.record({
    callerIdNumber: fc.oneof(e164, fc.string()),
    timeoutSeconds: fc.integer({ min: -1, max: 130 }),
    endpoint: fc.record({
      type: fc.constant("PSTN" as const),
      number: fc.oneof(e164, fc.string()),
    }),
  });
  fc.assert(
    fc.property(options, ({ callerIdNumber, timeoutSeconds, endpoint }) => {
      const Parameters = {
        CallerIdNumber: callerIdNumber,
        CallTimeoutSeconds: timeoutSeconds,
        Endpoints: [{ BridgeEndpointType: "PSTN", Uri: endpoint.number }],
      };
      const raw = { SchemaVersion: "1.0", Actions: [{ Type: "CallAndBridge", Parameters }] };
      const [problem] = checkAnswer(raw, { eventType: "CALL_ANSWERED" });
      const build = () => callAndBridge({ callerIdNumber, timeoutSeconds, endpoint });
      expect(refusedField(build)).toBe(problem?.field.replace("Actions[0].Parameters.", ""));
    }),
  );
});

function refusedField(build: () => unknown): string | undefined {
  try {
    build();
    return undefined;
  } catch (error) {
    if (!isPstnAudioError(error, "pstn-audio.action-parameter")) throw error;
    return "field" in error ? String(error.field) : "";
  }
}
