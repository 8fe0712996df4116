/** A reason for people: its id, and the caller's own words where there are others. */
export function reasonText(reason: unknown): string {
  const { id, text } = reason as { readonly id: string; readonly text?: string };
  return text === undefined || text === id ? id : `${id}: “${text}”`;
}
