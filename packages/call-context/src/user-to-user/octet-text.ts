/** The character of an octet that two hex digits stand for. */
export function octet(digits: string): string {
  return String.fromCharCode(Number.parseInt(digits, 16));
}

/**
 * What hex digits of either case stand for, a character each octet: others' data beside ours is often no UTF-8.
 * `undefined` where it is not hex.
 */
export function octetText(hex: string): string | undefined {
  return /^(?:[\da-f]{2})+$/i.test(hex) ? hex.replace(/../g, octet) : undefined;
}
