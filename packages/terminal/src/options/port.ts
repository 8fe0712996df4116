import { InvalidArgumentError } from "commander";

/** A TCP port to listen on; 0 is any free one. */
export function port(given: string): number {
  const number = Number(given);
  if (!/^\d+$/.test(given) || number > 65_535) {
    throw new InvalidArgumentError("It must be a port, from 0 to 65535.");
  }
  return number;
}
