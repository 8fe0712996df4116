import { afterEach, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { ReceivedRequest } from "./testing/fake-skill.ts";
import { ask, delegate, elicit, response } from "./testing/responses.ts";
import { TestAlexas } from "./testing/test-alexas.ts";

const alexas = new TestAlexas();
afterEach(() => alexas.close());

const order = { name: "OrderIntent", slots: { size: { value: "big" } } };
const directive = (value: object) => ask("Well?", { directives: [value] });

const utterances = fc.constantFrom(
  ...[
    "open anna's pizza",
    "ask anna's pizza to order a big pizza",
    "order",
    "big",
    "huge",
    "three",
  ],
  ...["twenty", "yes", "no", "help", "cancel", "exit", "I approve", "blah blah", "", "Anna"],
);

const answers = fc.constantFrom<unknown>(
  ...[response(), response({ speech: "Bye." }), ask("Hello."), ask("Hi.", { reprompt: "Well?" })],
  ...[delegate(), delegate(order), elicit("size", "Size?"), elicit("guest", "Who?")],
  ...[
    directive({ type: "Dialog.ConfirmIntent" }),
    directive({ type: "Dialog.ConfirmIntent", updatedIntent: order }),
  ],
  ...[
    directive({ type: "Dialog.ConfirmSlot", slotToConfirm: "size" }),
    ask("AT&T"),
    {},
    null,
    "boom",
  ],
  directive({
    type: "Connections.StartConnection",
    uri: "connection://AMAZON.AskForPermissionsConsent/2",
    input: {
      "@type": "AskForPermissionsConsentRequest",
      "@version": "2",
      permissionScopes: [{ permissionScope: "alexa::profile:name:read", consentLevel: "ACCOUNT" }],
    },
  }),
);

/** The requests of each session, in order. */
function bySession(received: readonly ReceivedRequest[]): Map<string, ReceivedRequest[]> {
  const sessions = new Map<string, ReceivedRequest[]>();
  for (const request of received) {
    const id = request.session?.sessionId ?? "";
    sessions.set(id, [...(sessions.get(id) ?? []), request]);
  }
  return sessions;
}

test("whatever is said and answered, every turn and every session keeps its form", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(utterances, { minLength: 1, maxLength: 8 }),
      fc.array(answers, { minLength: 1, maxLength: 12 }),
      async (said, answered) => {
        let count = 0;
        const { alexa, skill } = await alexas.start(() => {
          count += 1;
          return answered[count % answered.length];
        });
        for (const text of said) {
          const turn = await (text === "" ? alexa.silence() : alexa.say(text));
          expect(turn.heard).toBe(text);
          if (turn.sessionEnded?.reason === "ERROR") expect(turn.sessionOpen).toBe(false);
        }
        for (const requests of bySession(skill.received).values()) {
          expect(requests.map(({ session }) => session?.new)).toEqual(
            requests.map((_, index) => index === 0),
          );
          const types = requests.map(({ request }) => request.type);
          expect(types.slice(0, -1)).not.toContain("SessionEndedRequest");
        }
        await alexas.close();
      },
    ),
    { numRuns: 60 },
  );
});
