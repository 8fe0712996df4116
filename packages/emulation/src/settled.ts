/** A turn of the event loop: every promise that can settle without time passing has done so. */
export function settled(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}
