import { expect, test } from "@jest/globals";
import type { CallForm } from "@skill-call/call-form";
import type { FetchGivenName } from "../../src/alexa/mobile-number.ts";
import { exampleForm } from "../../src/testing/example-form.ts";
import { AlexaSession, confirm, intent, launch, say } from "../alexa-session.ts";
import { skillUnderTest } from "../skill-under-test.ts";

const fields = exampleForm.fields.map((field) =>
  field.kind === "name" ? { ...field, fromProfile: true } : field,
);
const form = { ...exampleForm, fields };

function callerNamed(
  fetchGivenName: FetchGivenName,
  { locale = "en-US", of = form }: { readonly locale?: string; readonly of?: CallForm } = {},
) {
  const skill = skillUnderTest({ form: of, fetchGivenName });
  return { ...skill, session: new AlexaSession({ handler: skill.handler, locale }) };
}

const anna: FetchGivenName = async () => "Anna";
const oneShot = say({ accountId: "a c 1 2 3 4", reason: ["my bill", "billing"] });

test.each([
  ["en-US", "I'll say that Anna is calling. Shall I call Example Support about billing now?"],
  ["es-US", "Diré que llama Anna. ¿"],
  ["fr-CA", "Je dirai que c'est Anna qui appelle. Est-ce que"],
])(
  "in %s nobody is asked for a name that the account tells: it is read back",
  async (locale, said) => {
    const { session, store } = callerNamed(anna, { locale });
    const reply = await session.send(oneShot);
    expect(reply.speech).toContain(said);
    await session.send(confirm);
    expect(store.records.get("context-1")).toMatchObject({ callerName: "Anna" });
  },
);

test("a name that is said is taken instead, and not read back again", async () => {
  const { session, store } = callerNamed(anna);
  await session.send(oneShot);
  const reply = await session.send(say({ callerName: "ben" }));
  expect(reply.speech).not.toContain("Anna");
  await session.send(confirm);
  expect(store.records.get("context-1")).toMatchObject({ callerName: "Ben" });
});

test("where the caller says it at once the account is not asked", async () => {
  let asked = 0;
  const { session } = callerNamed(async () => {
    asked += 1;
    return "Anna";
  });
  await session.send(say({ callerName: "ben" }));
  await session.send(say({ accountId: "a c 1 2 3 4" }));
  expect(asked).toBe(0);
});

test.each<[string, FetchGivenName]>([
  ["does not allow it", async () => undefined],
  ["has none", async () => ""],
  ["has what is no name", async () => "?"],
])("a caller whose account %s is asked as always", async (_, fetchGivenName) => {
  const { session } = callerNamed(fetchGivenName);
  expect((await session.send(launch)).speech).toContain("What's your first name?");
});

test("the name is asked for within its own time, once a session", async () => {
  const waits: number[] = [];
  const skill = skillUnderTest({
    form,
    fetchGivenName: anna,
    within: (milliseconds) => {
      waits.push(milliseconds);
      return new AbortController().signal;
    },
  });
  const session = new AlexaSession({ handler: skill.handler });
  await session.send(launch);
  await session.send(say({ accountId: "a c 1 2 3 4" }));
  expect(waits).toEqual([800]);
});

test("an emergency, and a form that does not want it, ask for no name", async () => {
  const never: FetchGivenName = async () => {
    throw new Error("asked");
  };
  expect((await callerNamed(never).session.send(intent("EmergencyIntent"))).ends).toBe(true);
  const plain = callerNamed(never, { of: exampleForm });
  expect((await plain.session.send(launch)).speech).toContain("name?");
});
