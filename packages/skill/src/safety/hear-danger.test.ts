import { expect, test } from "@jest/globals";
import { createDangerEar } from "./danger.ts";
import { hearDanger } from "./hear-danger.ts";
import { english } from "./languages/en.ts";
import { spanish } from "./languages/es.ts";

const ear = createDangerEar(english);

function inPlaceOfAccountId(phrase: string) {
  return hearDanger([{ phrase, expected: "account-id" }], ear);
}

test.each(["911", "9 1 1", "9-1-1", "9.1.1", "i need an ambulance", "there's a fire"])(
  "%j in place of an account ID is an emergency",
  (phrase) => {
    expect(inPlaceOfAccountId(phrase)).toEqual({ danger: "emergency", isSure: true, phrase });
  },
);

test.each(["police", "ambulance", "the police", "fire"])(
  "%j in place of an account ID is asked about",
  (phrase) => {
    expect(inPlaceOfAccountId(phrase)).toEqual({ danger: "emergency", isSure: false, phrase });
  },
);

test.each(["4 9 1 1 5 5", "491155", "9112", "9 1 1 9 1 1", "a 9 1 1", "988", "sos 911", "A B 12"])(
  "%j is an account ID",
  (phrase) => {
    expect(inPlaceOfAccountId(phrase)).toBeUndefined();
  },
);

test("Socorro is a name, and a cry for help", () => {
  const inSpanish = createDangerEar(spanish);
  const heardAs = (expected: "name" | "words") =>
    hearDanger([{ phrase: "Socorro", expected }], inSpanish)?.isSure;
  expect(heardAs("name")).toBe(false);
  expect(heardAs("words")).toBe(true);
});

test("of several answers the gravest counts, and what is sure before what is not", () => {
  const answers = ["gas", "there is a fire", "i want to die", "ana"].map((phrase) => ({
    phrase,
    expected: "words" as const,
  }));
  expect(hearDanger(answers, ear)?.phrase).toBe("i want to die");
  expect(hearDanger(answers.slice(0, 2), ear)?.phrase).toBe("there is a fire");
  expect(hearDanger(answers.slice(3), ear)).toBeUndefined();
});

test.each([
  ["una emergencia", false],
  ["es una emergencia", false],
  ["necesito una ambulancia", false],
  ["me está dando un infarto", false],
  ["respira", true],
  ["puedo respirar", true],
  ["vivir", true],
])("behind a no, %j is sure only where it is with the no: %j", (phrase, isSure) => {
  const behind = spanish.corrections;
  const heard = hearDanger([{ phrase, expected: "words", behind }], createDangerEar(spanish));
  expect(heard?.isSure).toBe(isSure);
});
