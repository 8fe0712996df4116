import type { PstnAudioEvent } from "./event.ts";

/**
 * What the caller dialled: on DIGITS_RECEIVED, and on the result of an action that gets digits. Undefined
 * where nothing was, as on the ACTION_SUCCESSFUL of ReceiveDigits, which only says that it now listens.
 */
export function receivedDigits(event: PstnAudioEvent): string | undefined {
  return event.action?.receivedDigits;
}
