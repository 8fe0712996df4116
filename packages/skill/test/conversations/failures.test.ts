import { expect, test } from "@jest/globals";
import { callFailureCodes } from "../../src/calls/call-failure.ts";
import { catalogFor } from "../../src/testing/catalog-for.ts";
import { spokenOf } from "../../src/testing/spoken-of.ts";
import { AlexaSession, confirm, say } from "../alexa-session.ts";
import { skillUnderTest } from "../skill-under-test.ts";

const locales = ["en-US", "en-CA", "es-US", "fr-CA"];
const everything = say({ callerName: "ana", accountId: "AB12", reason: ["bill", "billing"] });
/** These come from the caller's answer to Alexa, not from a failing service. */
const ofConsent = ["profile.access-denied", "consent.denied", "consent.not-answered"];
const codes = callFailureCodes.filter((code) => !ofConsent.includes(code));

test.each(locales.flatMap((locale) => codes.map((code) => [locale, code] as const)))(
  "in %s, %s ends with its own sentence",
  async (locale, code) => {
    const skill = skillUnderTest();
    skill.startFailures.push(code);
    const session = new AlexaSession({ handler: skill.handler, locale });
    await session.send(everything);
    const reply = await session.send(confirm);
    const { markup } = catalogFor(locale).failures[code];
    expect(reply).toMatchObject({ speech: spokenOf(markup), ends: true, attributes: {} });
    expect(reply.card).toBeUndefined();
    expect(skill.started).toEqual([]);
    expect(skill.store.records.get("context-1")?.status).toBe("failed");
    expect(skill.logged()).toContain(`"code":"${code}"`);
  },
);

test.each(codes.filter((code) => code.startsWith("profile.")))(
  "%s of the profile ends before anything is stored",
  async (code) => {
    const skill = skillUnderTest();
    skill.profileFailures.push(code);
    const session = new AlexaSession({ handler: skill.handler });
    await session.send(everything);
    const reply = await session.send(confirm);
    expect(reply.speech).toBe(spokenOf(catalogFor("en-US").failures[code].markup));
    expect(skill.store.records.size).toBe(0);
  },
);

test("what nobody expected is told as our own mistake, in the caller's language", async () => {
  const skill = skillUnderTest();
  const session = new AlexaSession({ handler: skill.handler, locale: "fr-CA" });
  await session.send(everything);
  skill.store.faults.create.push(new TypeError("ana was here"));
  const reply = await session.send(confirm);
  expect(reply).toMatchObject({
    speech: "Désolée, quelque chose n'a pas fonctionné de notre côté. Réessayez dans un instant.",
    ends: true,
  });
  expect(skill.logged()).toContain('"message":"unexpected","error":"TypeError"');
  expect(skill.logged()).not.toContain("ana was here");
});
