import { InvalidArgumentError } from "commander";

/** An E.164 number; `tel:` and the separators that people write are left out (RFC 3966 §5.1.1). */
export function phoneNumber(given: string): string {
  const number = given
    .trim()
    .replace(/^tel:/i, "")
    .replace(/(?!^)[\s().-]/g, "");
  if (/^\+[1-9]\d{6,14}$/.test(number)) return number;
  throw new InvalidArgumentError("Write it as an E.164 number, such as +12065551111.");
}
