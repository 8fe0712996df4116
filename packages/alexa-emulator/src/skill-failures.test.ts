import { afterEach, expect, test } from "@jest/globals";
import { ask, response } from "./testing/responses.ts";
import { TestAlexas } from "./testing/test-alexas.ts";

const alexas = new TestAlexas();
afterEach(() => alexas.close());

const apology = "There was a problem with the requested skill's response.";
const dispatchProblem = "An exception occurred while dispatching the request to the skill.";

test("a skill that throws: Alexa apologises, and tells the skill", async () => {
  const { alexa, skill } = await alexas.start(() => "boom");
  const turn = await alexa.say("open anna's pizza");
  expect(turn).toMatchObject({ speech: apology, sessionOpen: false });
  expect(turn.exchanges[0]?.problem).toBe("Error: boom");
  expect(skill.received[1]?.request).toMatchObject({
    type: "SessionEndedRequest",
    reason: "ERROR",
    error: { type: "INVALID_RESPONSE", message: dispatchProblem },
  });
});

test("a skill that takes longer than 8 s is not waited for", async () => {
  const { alexa, clock } = await alexas.start(({ request }) =>
    request.type === "LaunchRequest" ? new Promise(() => {}) : response(),
  );
  const turn = alexa.say("open anna's pizza");
  await clock.untilScheduled(8000);
  clock.advance(8000);
  expect(await turn).toMatchObject({
    speech: apology,
    sessionEnded: { reason: "ERROR", error: { message: dispatchProblem } },
  });
  expect((await turn).exchanges[0]?.problem).toBe("The skill has not answered within 8000 ms.");
});

test("a skill that answers within 8 s is heard", async () => {
  let answer: (response: object) => void = () => {};
  const { alexa, clock } = await alexas.start(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const turn = alexa.say("open anna's pizza");
  await clock.untilScheduled(8000);
  clock.advance(7999);
  answer(ask("Hello."));
  expect((await turn).speech).toBe("Hello.");
});

test("after a failure the caller may begin again", async () => {
  const responses: unknown[] = ["boom", response(), ask("Hello.")];
  const { alexa, skill } = await alexas.start(() => responses.shift());
  await alexa.say("open anna's pizza");
  const turn = await alexa.say("open anna's pizza");
  expect(turn.speech).toBe("Hello.");
  expect(skill.received[2]?.session?.new).toBe(true);
});

test.each([
  ["es-US", "abre anna's pizza", "Hubo un problema con la respuesta de la skill que solicitaste."],
  ["fr-CA", "ouvre anna's pizza", "Il y a eu un problème avec la réponse de la Skill demandée."],
])("%s callers hear the apology in their language", async (locale, text, expected) => {
  const { alexa } = await alexas.start(() => "boom", { locale });
  expect((await alexa.say(text)).speech).toBe(expected);
});

test("the story says why a response was refused", async () => {
  const { alexa, story } = await alexas.start(() => ask("AT&T"));
  await alexa.say("open anna's pizza");
  expect(story).toContainEqual(
    expect.objectContaining({
      kind: "skill.response-refused",
      label: 'refused: outputSpeech.ssml: "&" is not an entity; write &amp; for an "&" in the text',
    }),
  );
});

test("directives of Alexa that do nothing here are kept, and the story says so", async () => {
  const directives = [{ type: "Alexa.Presentation.APL.RenderDocument" }];
  const { alexa, story } = await alexas.start(() => ask("Hello.", { directives }));
  expect((await alexa.say("open anna's pizza")).speech).toBe("Hello.");
  expect(story).toContainEqual(
    expect.objectContaining({
      label: "kept, not carried out: Alexa.Presentation.APL.RenderDocument",
    }),
  );
});
