import type { FaultName } from "../chance/faults.ts";
import type { InvariantName } from "../invariants/invariants.ts";
import type { Doubles } from "../world/doubles.ts";
import { branchNumber } from "../world/routes.ts";
import {
  changedAnswer,
  eachAlone,
  type LooseAction,
  portsWith,
  sending,
  storeAsItIs,
  storeWith,
  withoutActions,
  withoutConditionOf,
} from "./replaced-parts.ts";

/** A part made wrong on purpose, and the invariant that must notice. */
export interface BrokenVariant {
  readonly is: string;
  readonly breaks: InvariantName;
  readonly doubles: Doubles;
  /** What it takes to be seen soon. */
  readonly faults: readonly FaultName[];
  /** How much more often these happen than usual; 8. */
  readonly roughness?: number;
}

const lostStarts: readonly FaultName[] = ["alexa-lost", "alexa-answer-lost", "alexa-refused"];

/** One or more for each invariant; the last five take back what simulated calls once had mended. */
export const brokenVariants: Readonly<Record<string, BrokenVariant>> = {
  "hangs-up-nobodys-leg": {
    is: "every answer ends with a Hangup of a leg that no call has",
    breaks: "answers-are-sound",
    doubles: {
      handler: changedAnswer(({ Actions, ...answer }) => ({
        ...answer,
        Actions: [...Actions, { Type: "Hangup", Parameters: { ParticipantTag: "LEG-C" } }],
      })),
    },
    faults: [],
  },
  "waits-for-ever": {
    is: "the SMA handler's deadline never falls due",
    breaks: "answers-are-in-time",
    doubles: {
      ports: portsWith(({ clock }) => ({ clock: { ...clock, after: () => () => {} } })),
    },
    faults: ["service-slow", "meetings-slow"],
  },
  "lets-legs-up": {
    is: "hang-ups are answered with nothing",
    breaks: "legs-come-down",
    doubles: { handler: withoutActions("HANGUP", () => true) },
    faults: [],
  },
  "takes-refused-hang-ups": {
    is: "a Hangup that failed is not asked for again",
    breaks: "legs-come-down",
    doubles: {
      handler: changedAnswer((answer, { InvocationEventType, ActionData }) =>
        InvocationEventType === "ACTION_FAILED" && ActionData?.Type === "Hangup"
          ? { ...answer, Actions: [] }
          : answer,
      ),
    },
    faults: ["hangup-refused"],
  },
  "claims-what-is-claimed": {
    is: "claims are written without their condition",
    breaks: "one-call-a-context",
    doubles: {
      items: withoutConditionOf((update) => update.includes("transactionId = :transactionId")),
    },
    faults: ["invite-twice"],
  },
  "forgets-the-context": {
    is: "calls are put through without SIP headers",
    breaks: "context-or-flag",
    doubles: {
      handler: changedAnswer(({ Actions, ...answer }) => ({
        ...answer,
        Actions: Actions.map(({ Type, Parameters }) => {
          const { SipHeaders: _left, ...others } = Parameters;
          return { Type, Parameters: others };
        }),
      })),
    },
    faults: [],
  },
  "says-nothing": {
    is: "the apology is left out",
    breaks: "destination-or-apology",
    doubles: { handler: withoutActions("ACTION_FAILED", ({ Type }) => Type === "Speak") },
    faults: ["callee-busy", "callee-unreachable"],
  },
  "puts-callers-out-early": {
    is: "the hang-up of a destination that never answered puts the caller out, too",
    breaks: "destination-or-apology",
    doubles: {
      handler: changedAnswer((answer, { InvocationEventType, ActionData }) =>
        InvocationEventType === "HANGUP" && ActionData?.Parameters?.ParticipantTag === "LEG-B"
          ? { ...answer, Actions: [{ Type: "Hangup", Parameters: { ParticipantTag: "LEG-A" } }] }
          : answer,
      ),
    },
    faults: ["callee-busy", "callee-declines", "hangup-first"],
  },
  "calls-a-premium-number": {
    is: "what the destination service picks is called unchecked",
    breaks: "only-allowed-numbers",
    doubles: {
      handler: changedAnswer(({ Actions, ...answer }) => ({
        ...answer,
        Actions: Actions.map((action) => withUri(action, branchNumber, "+19005550123")),
      })),
    },
    faults: [],
  },
  "starts-again": {
    is: "a start whose answer was lost is asked for once more, where Alexa takes that for another call",
    breaks: "one-yes-one-call",
    doubles: { starter: (starter) => ({ ...starter, mayBeAskedAgain: true }) },
    faults: lostStarts,
  },
  "hides-failed-starts": {
    is: "a start that failed counts as one that went well",
    breaks: "told-means-called",
    doubles: {
      starter: (starter) => ({ ...starter, start: (call) => starter.start(call).catch(() => {}) }),
    },
    faults: lostStarts,
  },
  "moves-status-back": {
    is: "the status is written without its condition",
    breaks: "status-goes-forward",
    doubles: { items: withoutConditionOf((update) => update.includes("#status = :to")) },
    faults: ["event-twice", "event-late", "dynamodb-slow", "callee-hangs-up-first"],
  },
  "forgets-the-end": {
    is: "the last status is never written",
    breaks: "status-is-true",
    doubles: {
      ports: storeWith(({ store }) => ({
        advance: async (id, to, request) =>
          to === "connected" ? store.advance(id, to, request) : true,
      })),
    },
    faults: [],
  },
  "keeps-meetings": {
    is: "meetings are never deleted",
    breaks: "meetings-are-released",
    doubles: {
      ports: portsWith(({ meetings }) => ({
        meetings: { ...meetings, deleteMeeting: async () => {} },
      })),
    },
    faults: ["caller-impatient", "meetings-answer-lost", "meetings-slow"],
  },
  "tells-who-calls": {
    is: "the log names the caller",
    breaks: "nothing-personal-is-told",
    doubles: {
      ports: storeWith(({ store, log }) => ({
        claim: async (...request) => {
          const record = await store.claim(...request);
          log("info", "context.claimed", { callerName: record.callerName });
          return record;
        },
      })),
    },
    faults: [],
  },
  "tells-the-context-id": {
    is: "the log names the context that is claimed, by its ID",
    breaks: "context-id-stays-inside",
    doubles: {
      ports: storeWith(({ store, log }) => ({
        claim: async (...request) => {
          const record = await store.claim(...request);
          log("info", "context.claimed", { contextId: record.contextId });
          return record;
        },
      })),
    },
    faults: [],
  },
  "names-attendees-by-context": {
    is: "who is in a meeting can read the context ID",
    breaks: "context-id-stays-inside",
    doubles: {
      ports: portsWith(({ meetings, store }) => {
        let claimed = "";
        return {
          store: {
            ...storeAsItIs(store),
            claim: async (contextId, ...request) => {
              claimed = contextId;
              return store.claim(contextId, ...request);
            },
          },
          meetings: {
            ...meetings,
            createAttendee: (attendee, signal) =>
              meetings.createAttendee({ ...attendee, externalUserId: claimed }, signal),
          },
        };
      }),
    },
    faults: [],
  },
  "tells-connect-the-number": {
    is: "the caller's number is kept with the contact",
    breaks: "contacts-hold-codes",
    doubles: {
      starter: (starter) => ({
        ...starter,
        start: (call) => {
          const attributes = { ...call.attributes, number: call.callerNumber ?? "" };
          return starter.start({ ...call, attributes });
        },
      }),
    },
    faults: [],
  },
  "answers-flows-with-nothing": {
    is: "the Connect handler's answers are empty",
    breaks: "destination-or-apology",
    doubles: { contactHandler: () => async () => ({}) },
    faults: [],
  },
  "leaves-contacts-claimed": {
    is: "nobody notes that no key was pressed",
    breaks: "status-is-true",
    doubles: {
      contactHandler: (handler) => async (event, context) => {
        const { Details } = event as { readonly Details: { readonly Parameters: object } };
        const { step } = Details.Parameters as { readonly step?: string };
        return step === "nobody" ? { route: "none" } : handler(event, context);
      },
    },
    faults: ["nobody-presses"],
  },
  "calls-a-pbx-for-nothing": {
    is: "a context counts as stored, and is not",
    breaks: "context-or-flag",
    doubles: {
      items: (items) => ({ ...items, put: async () => ({ met: true, item: undefined }) }),
    },
    faults: [],
  },
  "forgets-undelivered-messages": {
    is: "what the webhook's receiver does not take counts as delivered",
    breaks: "every-change-is-told",
    doubles: {
      eventsHandler: (handler) => async (event, context) => {
        await handler(event, context);
        return { batchItemFailures: [] };
      },
    },
    faults: ["webhook-refused", "webhook-lost"],
  },
  "tells-on-after-a-failure": {
    is: "a message that is not taken keeps nothing back that comes after it",
    breaks: "told-in-order",
    doubles: { eventsHandler: eachAlone },
    faults: ["webhook-refused", "webhook-lost", "stream-late"],
    roughness: 12,
  },
  "changes-what-is-signed": {
    is: "messages are written anew when they are signed already",
    breaks: "messages-are-signed",
    doubles: { events: sending((message) => ({ ...message, extra: "field" })) },
    faults: [],
  },
  "tells-receivers-who-called": {
    is: "messages name the caller",
    breaks: "messages-hold-codes",
    doubles: { events: sending((message) => ({ ...message, callerName: "Quaxley" })) },
    faults: [],
  },
  "reads-before-it-claims": {
    is: "every context is read before it is claimed",
    breaks: "few-requests",
    doubles: {
      ports: storeWith(({ store }) => ({
        claim: async (id, ...request) => {
          await store.get(id);
          return store.claim(id, ...request);
        },
      })),
    },
    faults: [],
  },
  "writes-the-end-once": {
    is: "the last status is tried once, and nobody says that it failed",
    breaks: "status-is-true",
    doubles: {
      ports: (ports) => {
        const once = storeWith(({ store }) => {
          const failed = new Set<string>();
          return {
            advance: async (id, to, request) => {
              if (failed.has(id)) return true;
              return store.advance(id, to, request).catch((error: unknown) => {
                failed.add(id);
                throw error;
              });
            },
          };
        });
        const quiet = portsWith(({ log }) => ({
          log: (level, message, fields) =>
            message.startsWith("context.status-") ? undefined : log(level, message, fields),
        }));
        return quiet(once(ports));
      },
    },
    faults: ["dynamodb-lost", "dynamodb-slow", "dynamodb-throttled", "dynamodb-failing"],
  },
  "leaves-late-claims": {
    is: "a claim that commits after its caller has left stays claimed",
    breaks: "status-is-true",
    doubles: {
      ports: storeWith(({ store }) => ({
        advance: async (id, to, request) =>
          request?.onlyUnclaimed === true || store.advance(id, to, request),
      })),
    },
    faults: ["caller-impatient", "dynamodb-slow"],
    roughness: 25,
  },
  "forgets-late-meetings": {
    is: "a meeting whose answer was lost is not remembered",
    breaks: "meetings-are-released",
    doubles: {
      handler: changedAnswer(({ TransactionAttributes: kept, ...answer }) => ({
        ...answer,
        // What stands behind the question mark is the place of a meeting that may be open.
        TransactionAttributes: { ...kept, mtg: kept?.mtg?.split("?")[0] },
      })),
    },
    faults: ["meetings-answer-lost", "meetings-slow", "meetings-lost"],
  },
  "takes-the-first-for-done": {
    is: "a second delivery of one yes takes the record of the first for a call that started",
    breaks: "told-means-called",
    doubles: {
      items: (items) => ({
        ...items,
        get: async (input, signal) => {
          const item = await items.get(input, signal);
          return item?.status === "created" ? { ...item, status: "claimed" } : item;
        },
      }),
    },
    faults: ["yes-twice", "alexa-lost", "alexa-refused", "dynamodb-answer-lost"],
  },
  "forgets-the-other-delivery": {
    is: "what another delivery, which got the context, made of it is not looked for",
    breaks: "meetings-are-released",
    doubles: {
      ports: storeWith(({ store }) => ({
        get: async (...request) => {
          const { transactionId: _whose, ...record } = await store.get(...request);
          return record;
        },
      })),
    },
    faults: ["event-twice", "dynamodb-slow"],
    roughness: 25,
  },
};

function withUri({ Type, Parameters }: LooseAction, from: string, to: string): LooseAction {
  const { Endpoints } = Parameters;
  if (!Array.isArray(Endpoints)) return { Type, Parameters };
  const changed = Endpoints.map((endpoint) =>
    endpoint.Uri === from ? { ...endpoint, Uri: to } : endpoint,
  );
  return { Type, Parameters: { ...Parameters, Endpoints: changed } };
}
