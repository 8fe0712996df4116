import type { Clock } from "@skill-call/emulation";
import type { Phone, PhoneCall } from "./phone.ts";

/** Phones that follow a script, under a clock. */
export interface ScriptedPhones {
  answers(script?: AnswerScript): Phone;
  /** Answers, says that nobody is there and hangs up after a while: for the service a call like any other. */
  voiceMail(script?: { readonly afterMs?: number; readonly hangsUpAfterMs?: number }): Phone;
  busy(): Phone;
  declines(script?: { readonly afterMs?: number }): Phone;
  /** Rings until the caller gives up. */
  noAnswer(): Phone;
  /** Cannot be reached at all. */
  outOfReach(): Phone;
}

export interface AnswerScript {
  /** How long it rings. */
  readonly afterMs?: number;
  /** Begins with the ringing; it rings on until this is done. */
  readonly notBefore?: (() => Promise<void>) | undefined;
  /** After the answer; without it the phone waits for the other side to hang up. */
  readonly hangsUpAfterMs?: number;
  /** What is pressed, and how long after the answer. */
  readonly presses?: readonly { readonly afterMs: number; readonly digits: string }[];
  /** Hears of the call when it is answered. */
  readonly onAnswer?: (call: PhoneCall) => void;
}

export function createScriptedPhones(clock: Clock): ScriptedPhones {
  /** Does something later, unless the call is over by then. */
  const later = (call: PhoneCall, ms: number, task: () => void) =>
    call.onOver(clock.after(ms, task));

  const answers =
    ({ afterMs = 0, notBefore, ...script }: AnswerScript = {}): Phone =>
    (call) => {
      call.ring();
      const ready = notBefore?.();
      later(call, afterMs, () => {
        if (ready) void ready.then(() => later(call, 0, () => pickUp(call, script)));
        else pickUp(call, script);
      });
    };

  const pickUp = (call: PhoneCall, { hangsUpAfterMs, presses = [], onAnswer }: AnswerScript) => {
    call.answer();
    onAnswer?.(call);
    for (const press of presses) later(call, press.afterMs, () => call.press(press.digits));
    if (hangsUpAfterMs !== undefined) later(call, hangsUpAfterMs, () => call.hangUp());
  };

  return {
    answers,
    voiceMail: ({ afterMs = 15_000, hangsUpAfterMs = 60_000 } = {}) =>
      answers({ afterMs, hangsUpAfterMs }),
    busy: () => (call) => call.refuse(486),
    declines:
      ({ afterMs = 0 } = {}) =>
      (call) => {
        call.ring();
        later(call, afterMs, () => call.refuse(603));
      },
    noAnswer: () => (call) => call.ring(),
    outOfReach: () => (call) => call.refuse(503),
  };
}
