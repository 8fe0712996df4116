import { expect, test } from "@jest/globals";
import { catalogFor } from "../locales/catalog-for.ts";
import { isEmergency } from "./emergency.ts";

test.each([
  ["en-US", "an emergency", true],
  ["en-US", "Emergency", true],
  ["en-US", "911", true],
  ["en-CA", "nine one one", true],
  ["en-US", "my house is on fire", true],
  ["en-US", "please call the police", true],
  ["en-US", "it's not an emergency", false],
  ["en-US", "my fire tv", false],
  ["en-US", "billing", false],
  ["en-US", "order 9112", false],
  ["es-US", "una emergencia", true],
  ["es-US", "ataque al corazón", true],
  ["es-US", "llame a la policía", true],
  ["es-US", "no es una emergencia", false],
  ["es-US", "facturación", false],
  ["fr-CA", "c'est une urgence", true],
  ["fr-CA", "appelez la police", true],
  ["fr-CA", "ce n'est pas une urgence", false],
  ["fr-CA", "ma police d'assurance", false],
])("in %s, %j is an emergency: %s", (locale, words, expected) => {
  expect(isEmergency({ reason: { words } }, catalogFor(locale).emergencyWords)).toBe(expected);
});

test("it is heard in any answer", () => {
  const { emergencyWords } = catalogFor("en-US");
  expect(isEmergency({ callerName: "ambulance" }, emergencyWords)).toBe(true);
  expect(isEmergency({ accountId: "9 1 1" }, emergencyWords)).toBe(true);
  expect(isEmergency({}, emergencyWords)).toBe(false);
});
