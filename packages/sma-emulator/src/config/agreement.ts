import type { ConfigMistake } from "./config-error.ts";
import type { EmulatorDocument } from "./emulator-schema.ts";

/** What each part says of the others must be there: rules name numbers and applications of the same file. */
export function disagreements(document: EmulatorDocument): readonly ConfigMistake[] {
  return [...twice(document), ...unknownNumbers(document), ...unknownApplications(document)];
}

function numberOf(each: EmulatorDocument["phoneNumbers"][number]): string {
  return typeof each === "string" ? each : each.number;
}

function twice({ sipMediaApplications, sipRules }: EmulatorDocument): readonly ConfigMistake[] {
  return [
    ...repeated(sipMediaApplications.map(({ id }) => id)).map((index) => ({
      path: `sipMediaApplications[${index}].id`,
      problem: "is the ID of another application, too",
    })),
    ...repeated(sipRules.map(({ toPhoneNumber }) => toPhoneNumber)).map((index) => ({
      path: `sipRules[${index}].toPhoneNumber`,
      problem: "has another rule already",
    })),
  ];
}

function repeated(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

function unknownNumbers({ phoneNumbers, sipRules }: EmulatorDocument): readonly ConfigMistake[] {
  const numbers = phoneNumbers.map(numberOf);
  return sipRules.flatMap(({ toPhoneNumber }, index) =>
    numbers.includes(toPhoneNumber)
      ? []
      : [{ path: `sipRules[${index}].toPhoneNumber`, problem: "is none of phoneNumbers" }],
  );
}

function unknownApplications({
  sipMediaApplications,
  sipRules,
}: EmulatorDocument): readonly ConfigMistake[] {
  const ids = sipMediaApplications.map(({ id }) => id);
  return sipRules.flatMap(({ sipMediaApplications: named }, rule) =>
    named.flatMap((id, index) =>
      ids.includes(id)
        ? []
        : [
            {
              path: `sipRules[${rule}].sipMediaApplications[${index}]`,
              problem: `names ${id}, but sipMediaApplications has only ${ids.join(", ")}`,
            },
          ],
    ),
  );
}
