import type { ActionScope } from "./emulated-action.ts";

/** Digits that end an action. */
export interface Terminator {
  /** Aborts when one of them is pressed. */
  readonly signal: AbortSignal;
  /** The one that was pressed first. */
  pressed(): string | undefined;
  /** Listens no more. */
  stop(): void;
}

export function listenForTerminator(
  { callId, onDigit }: ActionScope,
  digits: readonly string[],
): Terminator {
  const ended = new AbortController();
  let first: string | undefined;
  const stop = onDigit(callId, (digit) => {
    if (!digits.includes(digit)) return false;
    first ??= digit;
    ended.abort();
    return true;
  });
  return { signal: ended.signal, pressed: () => first, stop };
}
