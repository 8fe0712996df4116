import { InvalidArgumentError } from "commander";

/** An E.164 number. */
export function phoneNumber(given: string): string {
  if (/^\+[1-9]\d{1,14}$/.test(given)) return given;
  throw new InvalidArgumentError("Write it as an E.164 number, such as +12065551111.");
}
