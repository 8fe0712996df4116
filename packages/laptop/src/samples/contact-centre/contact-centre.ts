import {
  type CallContext,
  type CallContextStore,
  isCallContextError,
} from "@skill-call/call-context";
import {
  type AgentScreen,
  knownCaller,
  type UnknownCaller,
  unknownCaller,
} from "./agent-screen.ts";
import { contextIdOfCall } from "./context-id-of-call.ts";

export type { CallContext };

export interface ContactCentreOptions {
  readonly store: CallContextStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** A contact centre as its own team would write it: all it shares with the others is the context package. */
export interface ContactCentre {
  /** What the agent sees of a call, by the headers of its INVITE. */
  screenOfCall(headers: Readonly<Record<string, string>>): Promise<AgentScreen>;
  /** What the agent sees of a caller whose context ID is known. */
  screenOf(contextId: string): Promise<AgentScreen>;
  /** Stores what an agent knows, so that a call to the SIP media application can carry it; answers its context ID. */
  handOver(context: CallContext): Promise<string>;
}

export function createContactCentre({ store, now }: ContactCentreOptions): ContactCentre {
  const screenOf = async (contextId: string): Promise<AgentScreen> => {
    try {
      return knownCaller(await store.get(contextId), now());
    } catch (error) {
      return unknownCaller(whyUnknown(error));
    }
  };
  return {
    screenOf,
    screenOfCall: async (headers) => {
      const contextId = contextIdOfCall(headers);
      return contextId === undefined ? unknownCaller("no-context-id") : screenOf(contextId);
    },
    handOver: async (context) => (await store.create(context)).contextId,
  };
}

/** An agent always gets a screen: our errors may not keep a caller waiting. */
function whyUnknown(error: unknown): UnknownCaller["why"] {
  if (isCallContextError(error, "call-context.not-found")) return "not-found";
  if (isCallContextError(error, "call-context.expired")) return "expired";
  if (isCallContextError(error, "call-context.invalid-record")) return "unreadable";
  return "store-unavailable";
}
