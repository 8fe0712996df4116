import type { Chance } from "../chance/chance.ts";

/** Milliseconds from the word to call until the device does. */
const usualMs = { least: 200, most: 2500 } as const;

/** Longer than a context lives. */
export const tooLateMs = 620_000;

/** After how many milliseconds a device places the call that it was told to place: never, once, or twice. */
export function deviceAfterMs(chance: Chance): readonly number[] {
  if (chance.befalls("device-silent")) return [];
  const lateMs = chance.befalls("device-late") ? tooLateMs : 0;
  const afterMs = lateMs + chance.between("device", usualMs.least, usualMs.most);
  return chance.befalls("invite-twice") ? [afterMs, afterMs + 40] : [afterMs];
}
