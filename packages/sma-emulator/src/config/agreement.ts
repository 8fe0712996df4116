import * as v from "valibot";
import type { ConfigMistake } from "./config-error.ts";

/** A list whose items are read one by one: one that has not its shape is compared with nothing. */
const list = <Item extends v.GenericSchema>(item: Item) =>
  v.array(v.fallback(v.optional(item), undefined));

/** As much of a document as can be compared, whatever else is wrong with it. */
const comparableSchema = v.object({
  phoneNumbers: v.fallback(
    v.optional(
      list(
        v.union([
          v.string(),
          v.pipe(
            v.object({ number: v.string() }),
            v.transform(({ number }) => number),
          ),
        ]),
      ),
    ),
    undefined,
  ),
  sipRules: v.fallback(
    list(
      v.object({
        toPhoneNumber: v.fallback(v.optional(v.string()), undefined),
        sipMediaApplications: v.fallback(list(v.string()), []),
      }),
    ),
    [],
  ),
  sipMediaApplications: v.fallback(
    v.optional(list(v.object({ id: v.fallback(v.optional(v.string()), undefined) }))),
    undefined,
  ),
  media: v.fallback(
    v.optional(v.object({ ports: v.optional(v.object({ from: v.number(), to: v.number() })) })),
    undefined,
  ),
  functions: v.fallback(v.record(v.string(), v.unknown()), {}),
  meetingEvents: v.fallback(list(v.string()), []),
});
type Comparable = v.InferOutput<typeof comparableSchema>;

/** What each part says of the others must be there: rules name numbers and applications of the same file. */
export function disagreements(document: unknown): readonly ConfigMistake[] {
  const { success, output } = v.safeParse(comparableSchema, document);
  if (!success) return [];
  return [
    ...twice(output),
    ...unknownNumbers(output),
    ...unknownApplications(output),
    ...tooFewPorts(output),
    ...unknownFunctions(output),
  ];
}

/** A bridged call has two legs, each of which takes an even port. */
function tooFewPorts({ media }: Comparable): readonly ConfigMistake[] {
  const ports = media?.ports;
  if (!ports || ports.to >= ports.from + (ports.from % 2) + 2) return [];
  return [{ path: "media.ports", problem: "must hold two even ports, for a call of two legs" }];
}

function twice({ sipMediaApplications = [], sipRules }: Comparable): readonly ConfigMistake[] {
  return [
    ...repeated(sipMediaApplications.map((each) => each?.id)).map((index) => ({
      path: `sipMediaApplications[${index}].id`,
      problem: "is the ID of another application, too",
    })),
    ...repeated(sipRules.map((each) => each?.toPhoneNumber)).map((index) => ({
      path: `sipRules[${index}].toPhoneNumber`,
      problem: "has another rule already",
    })),
  ];
}

function repeated(values: readonly (string | undefined)[]): readonly number[] {
  return values.flatMap((value, index) =>
    value !== undefined && values.indexOf(value) < index ? [index] : [],
  );
}

function unknownNumbers({ phoneNumbers, sipRules }: Comparable): readonly ConfigMistake[] {
  if (!phoneNumbers) return [];
  const known = phoneNumbers.map(digitsOf);
  return sipRules.flatMap((rule, index) => {
    const { toPhoneNumber } = rule ?? {};
    return toPhoneNumber === undefined || known.includes(digitsOf(toPhoneNumber))
      ? []
      : [{ path: `sipRules[${index}].toPhoneNumber`, problem: "is not one of phoneNumbers" }];
  });
}

/** A number that is only written wrongly is told once. */
function digitsOf(number = ""): string {
  return number.replace(/\D/g, "");
}

function unknownApplications({
  sipMediaApplications,
  sipRules,
}: Comparable): readonly ConfigMistake[] {
  if (!sipMediaApplications) return [];
  const ids = sipMediaApplications.flatMap((each) => each?.id ?? []);
  return sipRules.flatMap((rule, at) =>
    (rule?.sipMediaApplications ?? []).flatMap((id, index) =>
      id === undefined || ids.includes(id)
        ? []
        : [
            {
              path: `sipRules[${at}].sipMediaApplications[${index}]`,
              problem: `names ${id}, but sipMediaApplications has only ${ids.join(", ")}`,
            },
          ],
    ),
  );
}

function unknownFunctions({ functions, meetingEvents }: Comparable): readonly ConfigMistake[] {
  return meetingEvents.flatMap((name, index) =>
    name === undefined || Object.hasOwn(functions, name)
      ? []
      : [{ path: `meetingEvents[${index}]`, problem: "is not one of functions" }],
  );
}
