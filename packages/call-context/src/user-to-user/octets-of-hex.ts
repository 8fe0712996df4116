/** The octets that hex digits of either case stand for; `undefined` where it is no hex. */
export function octetsOfHex(hex: string): number[] | undefined {
  if (!/^(?:[\da-f]{2})+$/i.test(hex)) return undefined;
  return hex.match(/../g)?.map((digits) => Number.parseInt(digits, 16));
}
