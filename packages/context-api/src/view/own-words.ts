import type { CallContextRecord } from "@skill-call/call-context";
import { mask } from "./mask.ts";

/** What somebody said or wrote of a call, as it may be shown. */
export type OwnWords = (text: string) => string;

/**
 * For who may not see the account ID and the number whole: both are masked also where a caller said them within the
 * reason, or an agent wrote them into a note.
 */
export function ownWords(
  { accountId = "", callerNumber = "" }: Pick<CallContextRecord, "accountId" | "callerNumber">,
  whole: boolean,
): OwnWords {
  if (whole) return (text) => text;
  const account = masking(accountId, accountId);
  const international = masking(callerNumber, callerNumber);
  const national = masking(nationalNumber(callerNumber), callerNumber);
  return (text) => national(international(account(text)));
}

/** Masks each writing of a secret as what it stands for. */
function masking(secret: string, whole: string): OwnWords {
  const pattern = anyWritingOf(secret);
  return pattern ? (text) => text.replace(pattern, mask(whole)) : (text) => text;
}

/** What people say of a number: without the country's code, which in the countries of skill calling is 1. */
function nationalNumber(callerNumber: string): string {
  return /^\+1\d{10}$/.test(callerNumber) ? callerNumber.slice("+1".length) : "";
}

/** `ACC-7781-Q`, `acc 7781 q` and `A C C 7 7 8 1 Q` are one and the same; within a longer word it is another. */
function anyWritingOf(secret: string): RegExp | undefined {
  const characters = secret.match(/[\p{L}\p{N}]/gu);
  if (!characters) return undefined;
  const spaced = characters.join("[^\\p{L}\\p{N}]{0,3}");
  return new RegExp(`(?<![\\p{L}\\p{N}])${spaced}(?![\\p{L}\\p{N}])`, "giu");
}
