import {
  type CallContext,
  createInMemoryCallContextStore,
  type TeamSchema,
} from "@skill-call/call-context";
import type { Clock } from "@skill-call/lambda-config";
import { personalData } from "./personal-data.ts";

/** Time stands still: nothing here is slow. */
export const clock: Clock = {
  now: () => Date.UTC(2027, 0, 15, 12),
  monotonic: () => 0,
  after: () => () => undefined,
};

/** Of the context that is stored. */
export const contextId = "9f1c2ab07d3e4465b8d0c4e1f7a25b36";

export const storedContext: CallContext = {
  callerName: personalData.name,
  accountId: personalData.accountId,
  accountIdVerified: false,
  callerNumber: personalData.number,
  reason: { id: "billing", text: personalData.words },
  locale: "en-US",
  skillId: "amzn1.ask.skill.3ffd8d5f",
  callStarter: "skill-call",
};

/** A store that is new for each input: nothing of one is left for the next, nor piles up. */
export function freshStores<S extends TeamSchema>(schema?: S) {
  const make = () =>
    createInMemoryCallContextStore({ clock: clock.now, ...(schema && { schema }) });
  let store = make();
  return {
    /** Throws what there is away. */
    async renew(context?: Parameters<typeof store.create>[0]): Promise<void> {
      store = make();
      if (context) await store.create(context, { contextId });
    },
    store: {
      create: (...request: Parameters<typeof store.create>) => store.create(...request),
      claim: (...request: Parameters<typeof store.claim>) => store.claim(...request),
      get: (...request: Parameters<typeof store.get>) => store.get(...request),
      advance: (...request: Parameters<typeof store.advance>) => store.advance(...request),
      history: (...request: Parameters<typeof store.history>) => store.history(...request),
      addNote: (...request: Parameters<typeof store.addNote>) => store.addNote(...request),
    },
  };
}
