import type { LaptopSetup, OfferedFault } from "@skill-call/call-console";
import { mostRecords } from "@skill-call/call-console";
import {
  caseNumbers,
  connectCase,
  type Locale,
  locales,
  sampleCase,
} from "../calls/sample-cases.ts";
import { faultsOfCalls, faultsOfConversations } from "../faults/catalogue.ts";
import type { NamedFault } from "../faults/named-fault.ts";
import { sampleRoutes } from "../samples/sample-routes.ts";

export const faultsByName: ReadonlyMap<string, NamedFault> = new Map(
  [...faultsOfConversations, ...faultsOfCalls].map((fault) => [fault.name, fault]),
);

export function laptopSetup(): LaptopSetup {
  return {
    mode: "laptop",
    locales: locales.map((locale) => ({ locale, callerNumber: callerNumberOf(locale) })),
    cases: caseNumbers
      .filter((number) => number !== connectCase)
      .map((number) => ({
        case: number,
        title: sampleCase(number, "en-US").title,
        says: Object.fromEntries(
          locales.map((locale) => [locale, sampleCase(number, locale).says]),
        ),
      })),
    reasons: [...sampleReasons(), "other"],
    faults: [...faultsByName.values()].map(offeredFault),
    mostCalls: mostRecords,
  };
}

function sampleReasons(): readonly string[] {
  const { rules } = sampleRoutes({ destinationServiceUrl: "" });
  return rules.flatMap(({ when }) => when.reason);
}

export function callerNumberOf(locale: Locale): string {
  return sampleCase(1, locale).callerNumber;
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
