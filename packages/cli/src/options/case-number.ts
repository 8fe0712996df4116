import { type CaseNumber, caseNumbers } from "@skill-call/laptop/choices";
import { InvalidArgumentError } from "commander";

/** One of the sample cases. */
export function caseNumber(given: string): CaseNumber {
  const number = caseNumbers.find((each) => String(each) === given);
  if (number !== undefined) return number;
  throw new InvalidArgumentError("The cases are 1, 2, 3 and 4.");
}
