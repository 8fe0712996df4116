import { InvalidArgumentError } from "commander";

/** Collects `--header "Name: value"` options (RFC 3261 §7.3.1: a name is a token). */
export function collectHeader(
  given: string,
  collected: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const header = /^([-!#$%&'*+.^_`|~0-9A-Za-z]+):\s*(.*)$/.exec(given);
  if (!header) throw new InvalidArgumentError('Write it as "Name: value".');
  const [, name = "", value = ""] = header;
  return { ...collected, [name]: value };
}
