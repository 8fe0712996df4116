/** A request that hangs until it is aborted. */
export function hangsUntilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}

/** A request that hangs, aborted or not. */
export function hangsForEver(): Promise<never> {
  return new Promise(() => {});
}
