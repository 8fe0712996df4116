import type { Clock } from "@skill-call/emulation";
import type { Line, LineEvents } from "./line.ts";

export interface Dialling {
  /** Undefined when there is nobody to dial. */
  readonly dial: (events: LineEvents) => Line | undefined;
  readonly clock: Clock;
  readonly limitMs: number;
  /** Gives up. */
  readonly signal: AbortSignal;
  readonly onRinging: () => void;
  readonly onAnswered: (line: Line) => void;
  /** After the call was answered. */
  readonly onHungUp: () => void;
  readonly onDigit: (digit: string) => void;
}

export type Dialled =
  | { readonly type: "answered" }
  | { readonly type: "failed"; readonly sipCode: number }
  | { readonly type: "given-up" }
  | { readonly type: "nobody" };

/** SIP status of a call that rang too long (RFC 3261 §21.4.9). */
const requestTimeout = 408;

/** Dials and waits for an answer, for so long and no longer. */
export function dialWithin(dialling: Dialling): Promise<Dialled> {
  const { clock, limitMs, signal } = dialling;
  return new Promise((resolve) => {
    let over = false;
    const end = (dialled: Dialled) => {
      over = true;
      cancel();
      signal.removeEventListener("abort", giveUp);
      resolve(dialled);
    };
    const drop = (dialled: Dialled) => {
      line?.hangUp();
      end(dialled);
    };
    const giveUp = () => drop({ type: "given-up" });
    const cancel = clock.after(limitMs, () => drop({ type: "failed", sipCode: requestTimeout }));
    signal.addEventListener("abort", giveUp);

    const line = dialling.dial({
      ringing: () => over || dialling.onRinging(),
      answered: () => {
        if (over || !line) return;
        end({ type: "answered" });
        dialling.onAnswered(line);
      },
      failed: (sipCode) => over || end({ type: "failed", sipCode }),
      hungUp: dialling.onHungUp,
      digit: dialling.onDigit,
    });
    if (!line) end({ type: "nobody" });
  });
}
