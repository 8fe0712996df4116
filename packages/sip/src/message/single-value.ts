import { SipParseError } from "../errors.ts";
import type { HeaderList } from "./header-list.ts";

/** The value of a header that stands at most once. @throws {SipParseError} when it stands twice. */
export function singleValue(headers: HeaderList, name: string): string | undefined {
  const values = headers.all(name);
  if (values.length > 1) throw new SipParseError(name, "stands more than once");
  return values[0];
}

/** The value of a header that stands exactly once. @throws {SipParseError} */
export function requiredValue(headers: HeaderList, name: string): string {
  const value = singleValue(headers, name);
  if (value === undefined) throw new SipParseError(name, "is missing");
  return value;
}
