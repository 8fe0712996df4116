import { afterEach, expect, test } from "@jest/globals";
import type { ReceivedRequest } from "../testing/fake-skill.ts";
import { ask } from "../testing/responses.ts";
import { callApi, type HttpAnswer } from "../testing/skill-http.ts";
import { TestAlexas } from "../testing/test-alexas.ts";

const alexas = new TestAlexas();
afterEach(() => alexas.close());

function speak(
  received: ReceivedRequest,
  speech: unknown,
  requestId?: string,
): Promise<HttpAnswer> {
  const header = { requestId: requestId ?? received.request.requestId };
  const directive = { type: "VoicePlayer.Speak", speech };
  return callApi(received, "POST", "/v1/directives", { body: { header, directive } });
}

/** What the API answered while the skill was at work, and what was said in all. */
async function whileAtWork(work: (received: ReceivedRequest) => Promise<HttpAnswer>) {
  let answer: HttpAnswer | undefined;
  const { alexa, skill } = await alexas.start(async (received) => {
    answer = await work(received);
    return ask("Here you are.");
  });
  const { speech } = await alexa.say("open anna's pizza");
  return { status: answer?.status, speech, skill };
}

test.each(["One moment.", "<speak>One moment.</speak>"])(
  "%p is said before the response",
  async (text) => {
    const { status, speech } = await whileAtWork((received) => speak(received, text));
    expect(status).toBe(204);
    expect(speech).toBe("One moment. Here you are.");
  },
);

test.each([
  ["<speak>AT&T</speak>", 400],
  ["", 400],
  ["a".repeat(601), 400],
  [1, 400],
])("the speech %j is %i", async (text, expected) => {
  const { status, speech } = await whileAtWork((received) => speak(received, text));
  expect(status).toBe(expected);
  expect(speech).toBe("Here you are.");
});

test("a request that is not at work is 403", async () => {
  const { status } = await whileAtWork((received) => speak(received, "One moment.", "other"));
  expect(status).toBe(403);
});

test("after the response nothing more can be said", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Here you are."));
  await alexa.say("open anna's pizza");
  expect((await speak(skill.received[0] as ReceivedRequest, "And this.")).status).toBe(403);
});

test("the sixth directive of a request is one too many", async () => {
  const { status, speech } = await whileAtWork(async (received) => {
    for (const each of ["1", "2", "3", "4", "5"]) await speak(received, each);
    return speak(received, "6");
  });
  expect(status).toBe(429);
  expect(speech).toBe("1 2 3 4 5 Here you are.");
});
