/** The items whose key an earlier item had already, with their indexes. */
export function* repeated<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Iterable<[index: number, item: Item]> {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    if (seen.has(key)) yield [index, item];
    seen.add(key);
  }
}
