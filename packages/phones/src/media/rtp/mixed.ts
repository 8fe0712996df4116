const [lowest, highest] = [-32_768, 32_767];

/** Two sounds at once; what is louder than can be is cut. */
export function mixed(
  one: Int16Array | undefined,
  other: Int16Array | undefined,
): Int16Array | undefined {
  if (!one || !other) return one ?? other;
  return one.map((sample, at) => Math.min(highest, Math.max(lowest, sample + (other[at] ?? 0))));
}
