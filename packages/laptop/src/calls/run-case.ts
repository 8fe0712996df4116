import type { Laptop } from "../laptop.ts";
import type { LaptopTraceEvent } from "../story/laptop-trace.ts";
import type { CallReport } from "./call-report.ts";
import { runCall } from "./run-call.ts";
import { runConversation, type Saying } from "./run-conversation.ts";
import { type CaseNumber, type Locale, type SampleCase, sampleCase } from "./sample-cases.ts";

/** A sample case, from what really happened. */
export interface CaseReport {
  readonly case: number;
  readonly title: string;
  readonly locale: string;
  readonly sayings: readonly Saying[];
  /** Absent where the conversation did not end in a call. */
  readonly call?: CallReport;
  readonly events: readonly LaptopTraceEvent[];
}

/** What a caller says to a skill in their locale, of whatever skill it is. */
export interface CallerScript extends Omit<SampleCase, "case"> {
  readonly case: number;
  readonly locale: string;
}

export function sampleScript(number: CaseNumber, locale: Locale): CallerScript {
  return { ...sampleCase(number, locale), locale };
}

/** Lets the sample caller of a case talk to the skill, and the call that follows take its way. */
export function runCase(laptop: Laptop, number: CaseNumber, locale: Locale): Promise<CaseReport> {
  return runScript(laptop, sampleScript(number, locale));
}

/** Lets a caller talk to the skill, and the call that follows take its way. */
export async function runScript(laptop: Laptop, script: CallerScript): Promise<CaseReport> {
  const { case: number, title, locale, callerNumber, says, hangsUp } = script;
  const since = laptop.story.mark();
  const alexa = await laptop.openAlexa({ locale, callerNumber, numberGranted: true });
  const { sayings, call } = await runConversation(laptop, alexa, says);
  const report = call && (await runCall(laptop, { call, hangsUp, since }));
  await alexa.close();
  return {
    case: number,
    title,
    locale,
    sayings,
    ...(report && { call: report }),
    events: laptop.story.list(since),
  };
}
