import type { DialRequest, Line, LineEvents } from "./line.ts";

/** A call as it arrives at a phone or a contact centre. */
export interface PhoneCall {
  readonly request: DialRequest & {
    /** E.164 number, or the user part of the Request-URI behind a Voice Connector. */
    readonly to: string;
  };
  ring(): void;
  answer(): void;
  /** Final SIP status, such as 486. */
  refuse(sipCode: number): void;
  hangUp(): void;
  press(digits: string): void;
  /** Hears when the call is over, whoever ended it; at once when it is over already. */
  onOver(listener: () => void): void;
}

/** The person called: decides what to do with a call. */
export type Phone = (call: PhoneCall) => void;

/** Puts a call through to a phone in this process. */
export function connectPhone(
  phone: Phone,
  request: PhoneCall["request"],
  events: LineEvents,
): Line {
  let state: "calling" | "answered" | "over" = "calling";
  const listeners: (() => void)[] = [];
  const end = (tell: () => void = () => {}) => {
    if (state === "over") return;
    state = "over";
    tell();
    for (const listener of listeners) listener();
  };
  const call: PhoneCall = {
    request,
    ring: () => state === "calling" && events.ringing(),
    answer: () => {
      if (state !== "calling") return;
      state = "answered";
      events.answered();
    },
    refuse: (sipCode) => end(() => events.failed(sipCode)),
    hangUp: () => end(() => events.hungUp()),
    press: (digits) => {
      if (state === "answered") for (const digit of digits) events.digit(digit);
    },
    onOver: (listener) => {
      if (state === "over") listener();
      else listeners.push(listener);
    },
  };
  // No network answers before the INVITE has left.
  queueMicrotask(() => state !== "over" && phone(call));
  return { hangUp: () => end() };
}
