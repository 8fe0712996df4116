import type { Laptop } from "../laptop.ts";
import type { LaptopTraceEvent } from "../story/laptop-trace.ts";
import type { CallReport } from "./call-report.ts";
import { runCall } from "./run-call.ts";
import { runConversation, type Saying } from "./run-conversation.ts";
import { type CaseNumber, type Locale, sampleCase } from "./sample-cases.ts";

/** A sample case, from what really happened. */
export interface CaseReport {
  readonly case: CaseNumber;
  readonly title: string;
  readonly locale: Locale;
  readonly sayings: readonly Saying[];
  /** Absent where the conversation did not end in a call. */
  readonly call?: CallReport;
  readonly events: readonly LaptopTraceEvent[];
}

/** Lets the sample caller of a case talk to the skill, and the call that follows take its way. */
export async function runCase(
  laptop: Laptop,
  number: CaseNumber,
  locale: Locale,
): Promise<CaseReport> {
  const { title, callerNumber, says, hangsUp } = sampleCase(number, locale);
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
