import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { readCallForm } from "@skill-call/call-form";
import { AlexaSession, help, intent, launch, type Move, say } from "../alexa-session.ts";
import { skillUnderTest } from "../skill-under-test.ts";

const json = (file: string) => JSON.parse(readFileSync(`../../${file}`, "utf8"));
const locales = ["en-US", "en-CA", "es-US", "fr-CA"];
const words = Object.fromEntries(locales.map((each) => [each, json(`words/${each}.json`)]));

const hours = {
  timeZone: "America/Winnipeg",
  open: [{ days: ["monday", "tuesday"], from: "08:30", to: "17:00" }],
};

/** A Monday in Winnipeg, which is six hours behind UTC then. */
const atNoon = "2026-03-02T18:00:00Z";
const inTheEvening = "2026-03-02T23:00:00Z";

function callerAt(instant: string, { locale = "en-US", outside = "no-call" } = {}) {
  const form = readCallForm({
    form: { ...json("call-form.json"), hours: { ...hours, outside } },
    words,
  });
  const { handler } = skillUnderTest({ form, now: () => new Date(instant) });
  return new AlexaSession({ handler, locale });
}

const oneShot = say({ reason: ["my bill", "billing"] });

test.each<[string, string]>([
  [
    "en-US",
    "Example Support is closed right now, so I can't call. We're open Monday and Tuesday from 8:30 AM to 5 PM.",
  ],
  [
    "en-CA",
    "Example Support is closed right now, so I can't call. We're open Monday and Tuesday from 8:30 AM to 5 PM.",
  ],
  [
    "es-US",
    "En este momento nadie atiende en Example Support, así que no puedo llamar. Atendemos los lunes y los martes de las 8:30 de la mañana a las 5 de la tarde.",
  ],
  [
    "fr-CA",
    "Personne ne répond chez Example Support en ce moment, alors je ne peux pas appeler. Nous répondons le lundi et le mardi de 8 h 30 à 17 h.",
  ],
])("outside the hours a caller in %s hears so instead of a question", async (locale, speech) => {
  for (const move of [launch, oneShot])
    expect(await callerAt(inTheEvening, { locale }).send(move)).toMatchObject({
      speech,
      ends: true,
    });
});

test("within the hours nobody is told of them", async () => {
  for (const move of [launch, oneShot])
    expect((await callerAt(atNoon).send(move)).speech).not.toMatch(/closed|open Monday/);
});

test("where a voice mail takes it, callers hear once that nobody may answer, and are asked", async () => {
  const session = callerAt(inTheEvening, { outside: "call" });
  const { speech, ends } = await session.send(oneShot);
  expect(speech).toMatch(
    /^Example Support is closed right now, so your call may not be answered\. .* 5 PM\. What's your first name\?$/,
  );
  expect(ends).toBe(false);
  expect((await session.send(say({ callerName: "ana" }))).speech).not.toMatch(/closed/);
});

test("after the welcome, too", async () => {
  const { speech } = await callerAt(inTheEvening, { outside: "call" }).send(launch);
  expect(speech).toMatch(/^Welcome to Example Support\. .*closed right now.*name\?$/);
});

test("a conversation that began in time is not ended at closing time", async () => {
  let instant = "2026-03-02T22:59:00Z";
  const form = readCallForm({ form: { ...json("call-form.json"), hours }, words });
  const { handler } = skillUnderTest({ form, now: () => new Date(instant) });
  const session = new AlexaSession({ handler });
  await session.send(launch);
  instant = inTheEvening;
  const { ends, speech } = await session.send(say({ callerName: "ana" }));
  expect([ends, speech.includes("closed")]).toEqual([false, false]);
});

test.each<[string, Move, RegExp]>([
  ["an emergency", intent("EmergencyIntent"), /dial 911/],
  ["a call for help with the skill", help, /name/],
])("%s is answered at any hour", async (_, move, speech) => {
  expect((await callerAt(inTheEvening).send(move)).speech).toMatch(speech);
});
