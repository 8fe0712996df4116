import type { CallHandle, CallProgress, Invite } from "@skill-call/emulation";

/** Where a test's calls go: it says what becomes of them. */
export interface FakePhoneNetwork {
  readonly invites: readonly Invite[];
  readonly placeCall: (invite: Invite) => CallHandle;
  /** Something happens to the last call. */
  happen(progress: CallProgress): void;
}

/** `atOnce` is what happens to every call before the device can listen. */
export function fakePhoneNetwork(...atOnce: CallProgress[]): FakePhoneNetwork {
  const invites: Invite[] = [];
  const progress: CallProgress[] = [...atOnce];
  const listeners = new Set<(each: CallProgress) => void>();
  return {
    invites,
    placeCall: (invite) => {
      invites.push(invite);
      return {
        transactionId: "transaction",
        callId: "call",
        progress,
        onProgress: (listener) => {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
        hangUp: () => {},
        press: () => {},
        over: new Promise(() => {}),
      };
    },
    happen: (each) => {
      progress.push(each);
      for (const listener of listeners) listener(each);
    },
  };
}
