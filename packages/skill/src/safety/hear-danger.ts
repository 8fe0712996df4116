import { canonicalAccountId } from "@skill-call/call-form";
import type { DangerEar, DangerHeard, ExpectedAnswer } from "./danger.ts";

/** What was said, and what was expected there. */
export interface SpokenAnswer {
  readonly phrase: string;
  readonly expected: ExpectedAnswer;
  /** One of these stood before it, and may deny it: "no". */
  readonly behind?: readonly string[];
}

/** A spoken answer in which there may be danger. */
export interface DangerousAnswer extends DangerHeard {
  readonly phrase: string;
}

/** The gravest that is heard in some answers; what is sure counts before what has to be asked about. */
export function hearDanger(
  answers: readonly SpokenAnswer[],
  ear: DangerEar,
): DangerousAnswer | undefined {
  const heard = answers.flatMap((answer) => {
    const danger = hearOne(answer, ear);
    return danger ? [{ ...danger, phrase: answer.phrase }] : [];
  });
  const [gravest] = heard.sort((one, other) => gravity(other) - gravity(one));
  return gravest;
}

function hearOne(answer: SpokenAnswer, ear: DangerEar): DangerHeard | undefined {
  const { phrase, expected, behind } = answer;
  const heard = ear(phrase, expected);
  if (heard === undefined) return undefined;
  const inPlace = expected === "account-id" ? inPlaceOfAccountId(phrase, heard) : heard;
  if (inPlace === undefined || behind === undefined) return inPlace;
  return { ...heard, isSure: behind.some((words) => ear(`${words} ${phrase}`)?.isSure) };
}

/** Of IDs with digits only 911 is clear. One word, or two, may be spelled out, or left of "no, it is no emergency". */
function inPlaceOfAccountId(phrase: string, heard: DangerHeard): DangerHeard | undefined {
  const words = phrase.match(/[\p{L}\p{N}]+/gu) ?? [];
  const isOnlyWords = words.every((word) => /^\p{L}+$/u.test(word));
  const isWordy = words.some((word) => word.length > 2) && isOnlyWords;
  if (isWordy) return { ...heard, isSure: heard.isSure && words.length > 2 };
  return canonicalAccountId(phrase) === "911" ? heard : undefined;
}

function gravity({ danger, isSure }: DangerHeard): number {
  return (isSure ? 2 : 0) + (danger === "crisis" ? 1 : 0);
}
