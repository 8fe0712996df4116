import { callOfId } from "../callers/ids.ts";
import { personal } from "../callers/person.ts";
import type { SimulatedCall } from "../callers/simulated-call.ts";
import type { FaultName } from "../chance/faults.ts";
import { tooLateMs } from "../world/device.ts";
import { branchNumber, receptionNumber } from "../world/routes.ts";
import type { CallFacts, Transaction } from "./call-facts.ts";
import type { ContactFacts } from "./contact-facts.ts";
import { hasSettled, isPromisedMessage, toldChanges } from "./told-changes.ts";

/** What holds for every call, whatever happens to it; says what is wrong, where it does not. */
export type Invariant = (facts: CallFacts) => string | undefined;

/** Milliseconds; the service waits five seconds, on one page of its guide. */
const promisedMs = 3000;

/** A call that nothing befell costs no more. */
const mostDynamoDbRequests = 4;

/** So long the service may take over two deliveries of an event and what each is answered. */
const releaseMs = 40_000;

/** Each by its name, with the sentence that it stands for. */
export const invariants = {
  "answers-are-sound": {
    is: "The service finds no mistake in any answer of the SMA handler, nor a flow in one of the Connect handler.",
    holds: either(
      ofEach(({ answerMistakes }) => answerMistakes[0]),
      ofEachContact(({ answerMistake }) => answerMistake),
    ),
  },
  "answers-are-in-time": {
    is: "Each handler answers every event within three seconds, and never throws.",
    holds: ({ call }) => {
      const bad = call.runs.find(
        ({ outcome, tookMs }) =>
          outcome === "threw" || (outcome === "answered" && tookMs > promisedMs),
      );
      return bad && `${bad.eventType}: ${bad.outcome} after ${bad.tookMs} ms`;
    },
  },
  "legs-come-down": {
    is: "Every call comes to an end, and soon after one side of it has hung up.",
    holds: either(
      ofEach((transaction) => {
        if (!transaction.has("call.over")) return "the call never ended";
        const { releasedAfterMs } = transaction;
        return releasedAfterMs > releaseMs
          ? `a leg stayed up for ${releasedAfterMs} ms`
          : undefined;
      }),
      ofEachContact(({ isOver }) => (isOver ? undefined : "the contact never ended")),
    ),
  },
  "one-call-a-context": {
    is: "A context belongs to one call, for ever.",
    holds: ({ call }) => {
      const stolen = call.writes.find(
        ({ before, after }) =>
          before?.transactionId !== undefined && before.transactionId !== after.transactionId,
      );
      return stolen && "a claimed context was claimed by another call";
    },
  },
  "context-or-flag": {
    is: "A call that reaches a contact centre brings its context along, or the SMA handler says why not; and the side of a property's PBX finds it, while it lives.",
    holds: either(
      ({ call }) =>
        call.readings.some(({ found, afterMs }) => !found && afterMs < tooLateMs) &&
        !befell(call, "ttl-early")
          ? "a PBX was called for a context that is not there"
          : undefined,
      ofEach((transaction) => {
        const { contextId, headersAtContactCentre } = transaction;
        if (contextId === undefined || transaction.tells("contextProblem")) return undefined;
        const bare = headersAtContactCentre.some(
          (headers) => headers["X-Call-Context-Id"] !== contextId,
        );
        return bare ? "the contact centre got no context, and nobody said why" : undefined;
      }),
    ),
  },
  "destination-or-apology": {
    is: "Nobody who stays on the line is put out of it with neither a destination nor an apology.",
    holds: ({ call, transactions, contacts }) => {
      if (call.chance.mishaps.includes("call-broken-off#1")) return undefined;
      if (contacts.some((each) => each.isPutOut && !each.wasServed && !each.hasSpoken)) {
        return "a contact's caller was put out without a word";
      }
      const left = transactions.some(
        (each) =>
          each.isCallerPutOut &&
          !(each.hasCallerLeft || each.wasConnected || each.has("leg.speech") || each.isLambdaOut),
      );
      return left ? "a caller was put out without a word" : undefined;
    },
  },
  "only-allowed-numbers": {
    is: "Nobody is called but the caller, and the numbers that the routes allow.",
    holds: ({ call }) => {
      const allowed = [call.person.number, branchNumber, receptionNumber];
      return call.dialled.some((number) => !allowed.includes(number))
        ? "a number was called that no route allows"
        : undefined;
    },
  },
  "one-yes-one-call": {
    is: "One yes never starts two calls, unless the record that tells of the first is deleted between its deliveries.",
    holds: ({ call }) =>
      new Set(call.starts).size < call.starts.length && !befell(call, "ttl-early")
        ? "one yes started two calls"
        : undefined,
  },
  "told-means-called": {
    is: "Who is told that the call starts has had it ordered, unless the skill says that it could not ask what came of the first delivery.",
    holds: ({ call }) => {
      const isUnknown =
        call.deaths.includes("skill") ||
        call.told.some((line) => line.includes("call.first-delivery-unknown"));
      return call.outcomes.includes("started") && call.starts.length === 0 && !isUnknown
        ? "the caller was told of a call that nobody ordered"
        : undefined;
    },
  },
  "status-goes-forward": {
    is: "A context's status never goes back.",
    holds: ({ call }) => {
      const back = call.writes.find(
        ({ before, after }) => rank(after.status) < rank(before?.status),
      );
      return back && `${back.before?.status} became ${back.after.status}`;
    },
  },
  "status-is-true": {
    is: "In the end a claimed context says whether its call was connected, or its handler says that it could not write it. Of a contact the handler knows that an agent took it, or that nobody pressed a key.",
    holds: ({ call, transactions, contacts }) => {
      const last = call.writes.at(-1)?.after;
      const contact = contacts.find(({ id }) => id === last?.transactionId);
      if (contact && !contact.tells("context.status-")) return contact.untruth(last?.status);
      const owner = transactions.find(({ id }) => id === last?.transactionId);
      if (!owner || owner.isLambdaOut || owner.tells("context.status-")) return undefined;
      const truth = owner.wasConnected ? "ended" : "failed";
      return last?.status === truth ? undefined : `${last?.status}, but the call ${truth}`;
    },
  },
  "meetings-are-released": {
    is: "No meeting that its caller never came into outlives the call, unless the SMA handler says that it could not end it, heard of the call when it was over, or gave up a request that was carried out later still.",
    holds: ({ call, meetingsOpen, transactions }) => {
      const excused = transactions.some(
        (transaction) =>
          transaction.isLambdaOut ||
          transaction.hasLateRun ||
          transaction.tells("meeting.not-tidied-up") ||
          (befell(call, "meetings-slow") && transaction.tells("sma-handler.late-meeting")),
      );
      return meetingsOpen.length > 0 && !excused ? "an empty meeting is open" : undefined;
    },
  },
  "nothing-personal-is-told": {
    is: "No log line, metric or trace holds anything personal, or a secret.",
    holds: ({ call }) => call.told.find((line) => personal.test(line)),
  },
  "context-id-stays-inside": {
    is: "A whole context ID is nowhere but in the table, the header and the attributes of its own call: not in logs, metrics and traces, with other services, in what is said, or in answers to strangers.",
    holds: ({ call, contacts }) => {
      const texts = [...call.told, ...call.seenOutside, ...contacts.flatMap(({ said }) => said)];
      return (
        texts.find((text) => call.contextIds.some((id) => text.includes(id))) ??
        (call.contextIds.length === 0 ? idOfAnother(call) : undefined)
      );
    },
  },
  "contacts-hold-codes": {
    is: "Of a contact Amazon Connect keeps the context ID, once, and codes: nothing personal.",
    holds: ofEachContact(({ kept, contextId }) => {
      if (personal.test(kept)) return "the contact holds something personal";
      return contextId !== undefined && kept.split(contextId).length > keptIds + 1
        ? "the contact holds its context ID elsewhere, too"
        : undefined;
    }),
  },
  "every-change-is-told": {
    is: "The webhook's receiver takes a message of every status that a call comes to, once at least; unless it wants no more, or the dead-letter queue has it.",
    holds: ({ call }) => {
      const untold = toldChanges(call).find(
        ({ contextHash, status }) =>
          !call.undelivered.includes(status) &&
          !call.heard.some(
            (each) =>
              each.subject === contextHash && each.status === status && hasSettled(each.answer),
          ),
      );
      return untold && `nobody was told that a call is ${untold.status}`;
    },
  },
  "told-in-order": {
    is: "Of one call the receiver takes no status before it has taken those that came before it, or wanted no more of them.",
    holds: ({ call }) => {
      const taken = call.heard.filter(({ answer }) => hasSettled(answer));
      const firsts = toldChanges(call).flatMap(({ contextHash, status }) => {
        const at = taken.findIndex(
          (each) => each.subject === contextHash && each.status === status,
        );
        return at === -1 ? [] : [{ contextHash, status, at }];
      });
      const early = firsts.find(({ contextHash, at }, index) =>
        firsts.slice(0, index).some((each) => each.contextHash === contextHash && each.at > at),
      );
      return early && `${early.status} was told before what came before it`;
    },
  },
  "messages-are-signed": {
    is: "A receiver that has the secret, or the one before it, knows each message for the sender's, and of now.",
    holds: ({ call }) =>
      call.heard.some(({ isGenuine }) => !isGenuine) ? "a message's signature is none" : undefined,
  },
  "messages-hold-codes": {
    is: "A message is the CloudEvent that is promised, of the context's hash and codes: nothing personal, no ID.",
    holds: ({ call }) => {
      const bad = call.heard.find(({ body }) => {
        const isLeak = personal.test(body) || call.contextIds.some((id) => body.includes(id));
        return isLeak || !isPromisedMessage(JSON.parse(body));
      });
      return bad && "a message holds something else than is promised";
    },
  },
  "few-requests": {
    is: "A call that nothing befell costs four requests to DynamoDB at most.",
    holds: ({ call }) => {
      const requests = call.requests.filter(({ service }) => service === "dynamodb").length;
      const nothingBefell = call.chance.mishaps.length === 0 && call.deaths.length === 0;
      return nothingBefell && requests > mostDynamoDbRequests ? `${requests} requests` : undefined;
    },
  },
} as const satisfies Readonly<Record<string, { readonly is: string; readonly holds: Invariant }>>;

/** In what was asked for, and in the contact's attributes. */
const keptIds = 2;

/** The first ID in the answers to a stranger that is of another call. */
function idOfAnother({ index, steps }: SimulatedCall): string | undefined {
  const answers = steps.filter(({ kind }) => kind === "sma.answer");
  const ids = JSON.stringify(answers).match(/[0-9a-f]{8}-[0-9a-f-]{21}5eed5e/g) ?? [];
  return ids.find((id) => callOfId(id) !== index);
}

function befell({ chance }: SimulatedCall, fault: FaultName): boolean {
  return chance.mishaps.some((mishap) => mishap.startsWith(`${fault}#`));
}

function either(one: Invariant, other: Invariant): Invariant {
  return (facts) => one(facts) ?? other(facts);
}

function ofEachContact(holds: (contact: ContactFacts) => string | undefined): Invariant {
  return ({ contacts }) => firstOf(contacts, holds);
}

function ofEach(holds: (transaction: Transaction) => string | undefined): Invariant {
  return ({ transactions }) => firstOf(transactions, holds);
}

function firstOf<T>(
  items: readonly T[],
  holds: (item: T) => string | undefined,
): string | undefined {
  for (const item of items) {
    const wrong = holds(item);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

export type InvariantName = keyof typeof invariants;
export const invariantNames = Object.keys(invariants) as readonly InvariantName[];

const ranks = ["created", "claimed", "connected"];

/** `ended` and `failed` are both the end. */
function rank(status: unknown): number {
  if (status === undefined) return -1;
  const place = ranks.indexOf(String(status));
  return place === -1 ? ranks.length : place;
}
