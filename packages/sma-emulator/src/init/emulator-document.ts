import { numberFor } from "./local-account.ts";
import type { NamedLambda, Project } from "./project.ts";

/** Where calls to phones and to Voice Connectors go, until the developer says better. */
const phones = "sip:127.0.0.1:5080";
const contactCentre = "sip:127.0.0.1:5070";

/** Where the emulator listens when nothing else is said. */
const itself = "sip:127.0.0.1:5060";

/** `emulator.json` for a project, ready to be written. */
export function emulatorDocument(project: Project): object {
  const { applications, functions, voiceConnectors, tables, meetingEvents, intents } = project;
  const sipRules = rulesFor(project);
  const numbers = new Set([
    ...project.numbers,
    ...sipRules.map(({ toPhoneNumber }) => toPhoneNumber),
  ]);
  const [intent] = intents;
  return {
    $schema: "https://unpkg.com/@skill-call/sma-emulator/emulator.schema.json",
    phoneNumbers: [...numbers],
    sipRules,
    sipMediaApplications: applications.map(({ name, lambda }) => ({ id: name, lambda })),
    ...(functions.length > 0 && { functions: byName(functions) }),
    ...(meetingEvents.length > 0 && { meetingEvents: [...new Set(meetingEvents)] }),
    ...(tables.length > 0 && { tables }),
    ...(voiceConnectors.length > 0 && {
      voiceConnectors: Object.fromEntries(voiceConnectors.map((arn) => [arn, contactCentre])),
    }),
    carriers: { ...callsBack(sipRules), default: phones },
    ...(intent !== undefined && { bots: { default: { intent } } }),
    s3: "./s3",
  };
}

/** One application may call the number of another: such a call comes in again. */
function callsBack(sipRules: readonly { readonly toPhoneNumber: string }[]) {
  if (sipRules.length < 2) return {};
  return Object.fromEntries(sipRules.map(({ toPhoneNumber }) => [toPhoneNumber, itself]));
}

/** Every application can be called, also where the project has no rule for it. */
function rulesFor({ applications, rules, numbers }: Project) {
  const known = new Map(rules.map(({ number, application }) => [application, number]));
  const spare: string[] = numbers.filter((number) => !rules.some((rule) => rule.number === number));
  return applications.map(({ name }, index) => ({
    toPhoneNumber: known.get(name) ?? spare.shift() ?? numberFor(index),
    sipMediaApplications: [name],
  }));
}

function byName(lambdas: readonly NamedLambda[]) {
  return Object.fromEntries(lambdas.map(({ name, lambda }) => [name, lambda]));
}
