/** Where calls to phone numbers go: SIP URIs by the number's prefix, and one for every other number. */
export interface CarrierRoutes {
  readonly byPrefix: Readonly<Record<string, string>>;
  readonly otherwise?: string | undefined;
}

/** The SIP URI for a number: the longest prefix wins. Undefined when no carrier takes it. */
export function carrierFor(
  number: string,
  { byPrefix, otherwise }: CarrierRoutes,
): string | undefined {
  const [longest] = Object.keys(byPrefix)
    .filter((prefix) => number.startsWith(prefix))
    .sort((a, b) => b.length - a.length);
  return longest === undefined ? otherwise : byPrefix[longest];
}
