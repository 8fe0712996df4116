/**
 * Loads what starts calls with the first one: a skill that starts them another way never runs that code. A load that
 * failed is tried again by the next call: a warm Lambda may live for hours.
 */
export function loadedWithFirstCall<A extends readonly unknown[], R>(
  load: () => Promise<(...given: A) => Promise<R>>,
): (...given: A) => Promise<R> {
  let loaded: Promise<(...given: A) => Promise<R>> | undefined;
  return async (...given) => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    const run = await loaded;
    return run(...given);
  };
}
