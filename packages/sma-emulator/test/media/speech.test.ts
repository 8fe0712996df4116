import { expect } from "@jest/globals";
import { systemClock } from "@skill-call/emulation";
import { espeak, testWith } from "@skill-call/test-peers";
import { createSynthesizer } from "../../src/media/speech/create-synthesizer.ts";

const testWithEspeak = testWith(espeak);
const never = new AbortController().signal;

async function said(text: string, languageCode: string, textType: "text" | "ssml" = "text") {
  const log: string[] = [];
  const synthesize = createSynthesizer({
    clock: systemClock,
    log: ({ message }) => log.push(message),
  });
  const samples = await synthesize({ text, textType, languageCode }, never);
  expect(log).toEqual([]);
  return { seconds: samples.length / 8000, peak: samples.reduce((a, b) => Math.max(a, b), 0) };
}

for (const [language, text] of [
  ["en-US", "Please hold the line while we connect you."],
  ["en-CA", "Please hold the line while we connect you."],
  ["es-US", "Espere un momento mientras le comunicamos."],
  ["fr-CA", "Veuillez patienter, nous vous mettons en communication."],
] as const) {
  testWithEspeak(`a sentence in ${language} is heard`, async () => {
    const { seconds, peak } = await said(text, language);
    expect(seconds).toBeGreaterThan(1.5);
    expect(seconds).toBeLessThan(6);
    expect(peak).toBeGreaterThan(3000);
  });
}

testWithEspeak("a break in SSML is as long as it says, its tags are not read out", async () => {
  const plain = await said("One two.", "en-US");
  const broken = await said('<speak>One<break time="3s"/> two.</speak>', "en-US", "ssml");
  expect(broken.seconds - plain.seconds).toBeGreaterThan(2);
  expect(broken.seconds - plain.seconds).toBeLessThan(4.5);
});
