import type {
  LaptopSetup,
  OfferedCase,
  OfferedFault,
  OfferedField,
} from "@skill-call/call-console";
import { mostRecords } from "@skill-call/call-console";
import type { CallForm } from "@skill-call/call-form";
import {
  caseNumbers,
  connectCase,
  locales,
  sampleCallerNumber,
  sampleCase,
} from "../calls/sample-cases.ts";
import { faultsOfCalls, faultsOfConversations } from "../faults/catalogue.ts";
import type { NamedFault } from "../faults/named-fault.ts";
import { callerScripts } from "../skill-folder/caller-scripts.ts";
import { shownFields } from "../skill-folder/shown-fields.ts";

export const faultsByName: ReadonlyMap<string, NamedFault> = new Map(
  [...faultsOfConversations, ...faultsOfCalls].map((fault) => [fault.name, fault]),
);

/** @param cases whom the page can play: the sample skill's callers without them */
export function laptopSetup(form: CallForm, cases = sampleCases()): LaptopSetup {
  return {
    mode: "laptop",
    locales: form.words.map(({ locale }) => ({
      locale,
      callerNumber: sampleCallerNumber(locale),
    })),
    cases,
    reasons: form.reasons,
    fields: offeredFields(form),
    faults: [...faultsByName.values()].map(offeredFault),
    mostCalls: mostRecords,
  };
}

/** All but who calls and why, which every call has. */
function offeredFields(form: CallForm): readonly OfferedField[] {
  return shownFields(form).filter(({ id }) => id !== "callerName");
}

function sampleCases(): readonly OfferedCase[] {
  return caseNumbers
    .filter((number) => number !== connectCase)
    .map((number) => ({
      case: number,
      title: sampleCase(number, "en-US").title,
      says: Object.fromEntries(locales.map((locale) => [locale, sampleCase(number, locale).says])),
    }));
}

/**
 * The one caller of another form, who answers what it asks, in each of its locales.
 * @param now what has to be past or future is chosen by it
 * @throws {NoSampleAnswerError} where nothing that the caller knows fits a field
 */
export function callersOfForm(form: CallForm, now: Date): readonly OfferedCase[] {
  const scripts = callerScripts(form, now);
  const says = Object.fromEntries(scripts.map(({ locale, says }) => [locale, says]));
  return scripts.slice(0, 1).map(({ title }) => ({ case: 1, title, says }));
}

function offeredFault(fault: NamedFault): OfferedFault {
  return {
    name: fault.name,
    sentence: fault.sentence,
    in: [
      ...(faultsOfConversations.includes(fault) ? (["conversation"] as const) : []),
      ...(faultsOfCalls.includes(fault) ? (["call"] as const) : []),
    ],
  };
}
