import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { rawEvent, rawLeg } from "../test/raw-event.ts";
import { handler } from "../test/readme-lambda.ts";
import { checkAnswer, eventTypes, pstnAudioErrorCodes, readEvent } from "./index.ts";

const read = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const readme = read("../README.md");

test("the README shows the Lambda that is tested here", () => {
  expect(readme).toContain(`\`\`\`ts\n${read("../test/readme-lambda.ts")}\`\`\``);
});

test.each(eventTypes)("the README's Lambda answers %s as the service wants it", async (type) => {
  const event = rawEvent({
    event: { InvocationEventType: type },
    legs: [rawLeg({ SipHeaders: { "x-floor": "third" } })],
  });
  expect(
    checkAnswer(await handler(event), { eventType: type, legs: readEvent(event).legs }),
  ).toEqual([]);
});

test("the README's table of errors has every code and no other", () => {
  const codes = [...readme.matchAll(/^\| `(pstn-audio\.[a-z-]+)` +\|/gm)].map(([, code]) => code);
  expect(codes).toEqual([...pstnAudioErrorCodes]);
});
