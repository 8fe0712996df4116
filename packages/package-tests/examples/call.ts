import {
  type CallContext,
  contextIdFromUserToUser,
  createInMemoryCallContextStore,
  encodeContextId,
  isCallContextError,
} from "@skill-call/call-context";
import { createRoutingTable, isRoutesError, parseRoutes } from "@skill-call/call-routing";
import { answer, checkAnswer, findLeg, hangup, readEvent, sipHeader } from "@skill-call/pstn-audio";

const context: CallContext = {
  callerName: "Maria Silva",
  accountIdVerified: false,
  reason: { id: "billing" },
  locale: "en-US",
  callStarter: "skill-call",
};

const routes = `{"rules":[{"when":{"reason":"billing"},"to":[{"type":"pstn","number":"+12045550101"}]}],
  "otherwise":[{"type":"pstn","number":"+12045550199"}]}`;

/** One call through everything that other teams import: store, codec, routes, event reader, answer checker. */
async function call() {
  const store = createInMemoryCallContextStore();
  const { contextId } = await store.create(context);

  const event = readEvent(newInboundCall(encodeContextId(contextId)));
  const caller = findLeg(event, "LEG-A");
  const userToUser = sipHeader(caller?.headers ?? {}, "User-to-User") ?? "";
  const record = await store.claim(contextIdFromUserToUser(userToUser) ?? "", event.transactionId);

  const { callerName, reason } = record;

  const problems = (raw: unknown) =>
    checkAnswer(raw, { eventType: event.type, legs: event.legs }).map(({ message }) => message);
  return {
    callerName,
    reason: reason.id,
    destinations: createRoutingTable(parseRoutes(routes)).route(record).destinations,
    ofNoRoutes: mistakesIn("{}"),
    ofAReplay: await store.claim(contextId, "another call").catch(codeOf),
    ofAnAnswer: problems(answer([hangup({ callId: caller?.callId ?? "" })])),
    ofNoAnswer: problems(null),
  };
}

function mistakesIn(document: string) {
  try {
    parseRoutes(document);
    return [];
  } catch (error) {
    return isRoutesError(error) ? error.mistakes.map(({ path }) => path) : ["unknown"];
  }
}

function codeOf(error: unknown) {
  return isCallContextError(error, "call-context.already-claimed") ? error.code : "unknown";
}

function newInboundCall(userToUser: string) {
  const callId = "9c5f1e3a-2b7d-4c60-8f12-3d4e5f60718a";
  return {
    SchemaVersion: "1.0",
    Sequence: 1,
    InvocationEventType: "NEW_INBOUND_CALL",
    CallDetails: {
      TransactionId: "46e6f593-1f1c-4808-9166-a141624cf145",
      AwsAccountId: "123456789012",
      AwsRegion: "us-east-1",
      SipMediaApplicationId: "d82f98e7-7557-4b6b-a690-3dcfcbf8ab2e",
      Participants: [
        {
          CallId: callId,
          ParticipantTag: "LEG-A",
          To: "+16073331111",
          From: "+12045551111",
          Direction: "Inbound",
          StartTimeInMilliseconds: "1767323045678",
          SipHeaders: { "user-to-user": userToUser },
        },
      ],
    },
  };
}

call().then((outcome) => process.stdout.write(JSON.stringify(outcome)));
