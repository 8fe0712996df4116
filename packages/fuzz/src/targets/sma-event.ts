import {
  checkAnswer,
  EventFormatError,
  type EventType,
  eventTypes,
  readEvent,
  UnknownEventTypeError,
} from "@skill-call/pstn-audio";
import { createHandler, readConfig } from "@skill-call/sma-handler/parts";
import { jsonLog } from "@skill-call/telemetry";
import { clock, contextId, freshStores, storedContext } from "./fakes.ts";
import { ensureNothingPersonal, personalData, watchedLog } from "./personal-data.ts";
import { ensure, type Target } from "./target.ts";

const skillClientId = "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48";
const userToUser = `${Buffer.from(`csi=${contextId}`).toString("hex")};encoding=hex`;
const arn = "arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4";

const config = readConfig({
  CALL_CONTEXT_TABLE: "contexts",
  ALLOWED_SKILL_CLIENT_IDS: skillClientId,
  CALLER_ID_NUMBER: "+12045550100",
  ROUTES: JSON.stringify({
    rules: [
      {
        when: { reason: "billing" },
        to: [
          { type: "voice-connector", arn, uri: "billing", timeoutSeconds: 20 },
          { type: "pstn", destinationService: "https://branches.example.com/closest" },
          { type: "meeting", mediaRegion: "us-east-1" },
        ],
      },
    ],
    otherwise: [{ type: "pstn", number: "+12045550199" }],
  }),
});

const stores = freshStores();
const log = watchedLog();
const handler = createHandler(config, {
  store: stores.store,
  meetings: {
    createMeeting: async () => "m-1",
    createAttendee: async () => ({ attendeeId: "a-1", joinToken: "token" }),
    deleteMeeting: async () => undefined,
    deleteAttendee: async () => undefined,
  },
  pickNumber: async () => "+12045550130",
  clock,
  log: jsonLog(log.write),
  measure: (metric) => log.write(JSON.stringify(metric)),
  annotate: (facts) => log.write(JSON.stringify(facts)),
});

const legA = {
  CallId: "leg-a",
  ParticipantTag: "LEG-A",
  To: "+16073331111",
  From: personalData.number,
  Direction: "Inbound",
  StartTimeInMilliseconds: "1666234046768",
  Status: "Connected",
  SipHeaders: { "User-to-User": userToUser, "X-Alexa-LWA-ClientId": skillClientId },
};
const legB = {
  ...legA,
  CallId: "leg-b",
  ParticipantTag: "LEG-B",
  Direction: "Outbound",
  To: "SMA",
};

interface Parts {
  readonly data?: object;
  readonly legs?: readonly object[];
  readonly attributes?: object;
}

function event(type: string, { data, legs = [legA], attributes }: Parts = {}): string {
  return JSON.stringify({
    SchemaVersion: "1.0",
    Sequence: 2,
    InvocationEventType: type,
    ...(data && { ActionData: data }),
    CallDetails: {
      TransactionId: "46e6f593-1f1c-4808-9166-a141624cf145",
      ...(attributes && { TransactionAttributes: attributes }),
      AwsAccountId: "123456789012",
      AwsRegion: "us-east-1",
      SipRuleId: "r",
      SipMediaApplicationId: "s",
      Participants: legs,
    },
  });
}

const trying = { at: "trying", id: contextId, lang: "es", to: "0/0/1", n: "1/0/0" };
const inMeeting = {
  ...trying,
  at: "connected",
  to: "0/2/1",
  mtg: "m-1/a-1?0/2/2",
  off: "leg-b",
  con: "1",
};
const bridging = {
  Type: "CallAndBridge",
  Parameters: { CallTimeoutSeconds: 20, CallerIdNumber: "+1" },
};

export const smaEvent: Target = {
  is: "events of the PSTN Audio service, by the whole SMA handler",
  form: "json",
  samples: [
    event("NEW_INBOUND_CALL"),
    event("NEW_OUTBOUND_CALL", {
      data: { Type: "CallCreateRequest", Parameters: { Arguments: { contextId } } },
    }),
    event("RINGING", { attributes: { ...trying, at: "ringing" } }),
    event("CALL_ANSWERED", { attributes: { ...trying, at: "ringing" } }),
    event("ACTION_SUCCESSFUL", { data: bridging, attributes: trying, legs: [legA, legB] }),
    event("ACTION_FAILED", {
      data: { ...bridging, ErrorType: "CallNotAnswered", ErrorMessage: personalData.number },
      attributes: trying,
    }),
    event("ACTION_FAILED", {
      data: { Type: "Hangup", Parameters: { CallId: "leg-a" }, Error: "InvalidActionParameter: a" },
      attributes: { ...trying, at: "ending" },
    }),
    event("ACTION_SUCCESSFUL", { data: { Type: "JoinChimeMeeting" }, attributes: inMeeting }),
    event("HANGUP", {
      data: {
        Type: "Hangup",
        Parameters: { SipResponseCode: 486, CallId: "leg-b", ParticipantTag: "LEG-B" },
      },
      legs: [legA, { ...legB, Status: "Disconnected" }],
      attributes: inMeeting,
    }),
    event("INVALID_LAMBDA_RESPONSE", {
      data: { ErrorType: "SystemException" },
      attributes: trying,
    }),
    event("DIGITS_RECEIVED", { data: { Type: "ReceiveDigits", ReceivedDigits: "12#" } }),
    event("CALL_UPDATE_REQUESTED", { data: { Parameters: { Arguments: { phase: "x" } } } }),
  ],
  words: [
    ...eventTypes,
    ...["CallAndBridge", "JoinChimeMeeting", "Hangup", "Speak", "Pause", "LEG-A", "LEG-B"],
    ...["connected", "ending", "over", "trying", "0/0/1", "otherwise/0/1", "999/9/9", "9/9/9"],
    ...[userToUser, contextId, skillClientId, "User-to-User", "X-Alexa-LWA-ClientId", "rehearsal"],
  ],
  async feed(input) {
    await stores.renew(storedContext);
    const raw: unknown = JSON.parse(input);
    try {
      const answer = await handler(raw);
      const problems = checkAnswer(answer, { maxAttributes: 10, eventType: typeOf(raw) });
      const error = problems.find(({ severity }) => severity === "error");
      ensure(!error, `the service takes the answer: ${error?.field} ${error?.message}`);
    } catch (error) {
      if (!(error instanceof EventFormatError)) throw error;
      ensureNothingPersonal(error.message, "the refusal");
    } finally {
      log.ensureNothingPersonal();
    }
  },
};

/** Of an event that was answered; a type that nobody knows is answered with no actions, which is one way to go on. */
function typeOf(raw: unknown): EventType {
  try {
    return readEvent(raw).type;
  } catch (error) {
    if (error instanceof UnknownEventTypeError) return "ACTION_SUCCESSFUL";
    throw error;
  }
}
