import { type CallStarterName, callStarters } from "@skill-call/call-context";
import * as v from "valibot";
import {
  arn,
  connectId,
  connectInstanceArn,
  e164Number,
  httpsUrl,
  keyArn,
  name,
  region,
  sipMediaApplicationId,
  skillClientId,
  skillId,
  topicArn,
} from "./formats.ts";
import { routesSource } from "./routes-source.ts";

/** Where alarms are sent; without it they are only seen. */
export const alarmTopicArn = v.optional(topicArn);

const shareMessage = "must be a share, above 0 and up to 1; example: 0.05";

/** From which share of calls on an alarm fires. */
export function share(normal: number) {
  return v.optional(
    v.pipe(v.number(shareMessage), v.gtValue(0, shareMessage), v.maxValue(1, shareMessage)),
    normal,
  );
}

function numberFrom(least: number, most: number, example: number) {
  const message = `must be a number, ${least} to ${most}; example: ${example}`;
  return v.pipe(v.number(message), v.minValue(least, message), v.maxValue(most, message));
}

const hour = v.pipe(numberFrom(0, 23, 9), v.integer("must be a whole hour of UTC; example: 14"));

/** When the telephony team is woken; docs/operations.md says what comes of other values. */
const smaAlarms = v.strictObject({
  contextsMissing: share(0.05),
  destinationsFail: share(0.3),
  callsGetLost: share(0.8),
  answerSeconds: v.optional(numberFrom(1, 600, 30), 30),
  /** More calls to phone numbers than ever should go out. */
  phoneCallsPerHour: v.optional(numberFrom(1, 1_000_000, 1000), 1000),
  /** How many calls come in an hour at the least, and between which hours of UTC; none: silence wakes nobody. */
  expectedCalls: v.optional(
    v.strictObject({ perHour: numberFrom(1, 100_000, 60), fromHour: hour, toHour: hour }),
  ),
});

/** A call context table that is not the stack's own: a replica's, a restored one, another account's. */
export const tableSection = v.strictObject({
  /** A name; an ARN for a table of another account. */
  name,
  arn: arn("dynamodb", "a DynamoDB table", "table/call-contexts"),
  keyArn,
  /** Of new and old images; only call events need it. */
  streamArn: v.optional(
    arn("dynamodb", "a table's stream", "table/call-contexts/stream/2026-11-29T00:00:00.000"),
  ),
});

/** Encrypts what callers say before it is stored; the same in the documents of all teams. */
export const encryptionSection = v.pipe(
  v.strictObject({
    /** Of the key that new contexts are encrypted by. */
    keyArn,
    /** Keys that were it before, until the last context under them is over. */
    formerKeyArns: v.optional(v.array(keyArn, "must be a list of keys"), []),
  }),
  v.check(
    ({ keyArn, formerKeyArns }) => !formerKeyArns.includes(keyArn),
    "keyArn is one of formerKeyArns, too",
  ),
);

export const callContextSection = v.strictObject({
  /** Regions that hold a replica (a DynamoDB global table), each with a key of its own. */
  replicas: v.optional(v.array(v.strictObject({ region, keyArn })), []),
  /** Restored from a backup: the parameters name it to all teams, instead of the stack's own table. */
  restoredTable: v.optional(tableSection),
  alarmTopicArn,
});

/** What a deployment says of each way that goes through Amazon Connect. */
const inConnect = {
  instanceArn: connectInstanceArn,
  flowId: connectId,
  /** Of the agent's page, which contacts get a link to; without it they get none. */
  agentPageUrl: v.optional(httpsUrl),
};

/** What a deployment says of each way to start a call. */
const callStarterOf = {
  "skill-call": v.strictObject({ type: v.literal("skill-call"), smaPhoneNumber: e164Number }),
  callback: v.strictObject({
    type: v.literal("callback"),
    sipMediaApplicationId,
    fromNumber: e164Number,
  }),
  connect: v.strictObject({
    type: v.literal("connect"),
    ...inConnect,
    /** A number claimed on the instance. */
    sourceNumber: e164Number,
    /** Whose outbound caller ID is shown instead of the number. */
    queueId: v.optional(connectId),
  }),
  "connect-task": v.strictObject({ type: v.literal("connect-task"), ...inConnect }),
  "smart-properties": v.strictObject({
    type: v.literal("smart-properties"),
    /** Of the property's PBX. */
    extension: name,
    clientId: skillClientId,
    /** A secret of AWS Secrets Manager: JSON with `clientSecret` and `refreshToken`. */
    loginSecretArn: arn("secretsmanager", "a secret", "secret:login-with-amazon-AbCdEf"),
  }),
} satisfies { readonly [Name in CallStarterName]: SectionOf<Name> };

type SectionOf<Name extends CallStarterName> = v.GenericSchema<unknown, { readonly type: Name }>;

const callStarter = v.variant(
  "type",
  Object.values(callStarterOf),
  `must have one of the types ${callStarters.map((each) => `"${each}"`).join(", ")}`,
);

const seconds = "must be a whole number of seconds, 60 to 86400; example: 3600";

export const skillSection = v.strictObject({
  skillId,
  callStarter,
  contextTtlSeconds: v.optional(
    v.pipe(
      v.number(seconds),
      v.integer(seconds),
      v.minValue(60, seconds),
      v.maxValue(86_400, seconds),
    ),
    3600,
  ),
  alarms: v.optional(v.strictObject({ callsNotStarted: share(0.2) }), {}),
  alarmTopicArn,
});

const routesMessage = "must be a ROUTES document, or the path of a JSON file that holds one";

function isDocument(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A ROUTES document; what may be in it, only the Lambda that routes by it can say. */
export const routesDocument = v.custom<Readonly<Record<string, unknown>>>(
  isDocument,
  routesMessage,
);

const trueOrFalse = v.boolean("must be true or false");

/** A call that the deployment places to each of its numbers, over and over, and that reaches nobody. */
const canary = v.strictObject({
  /** A number of the account that nothing else calls from. */
  fromNumber: e164Number,
  everyMinutes: v.optional(
    v.pipe(numberFrom(5, 60, 15), v.integer("must be a whole number of minutes; example: 15")),
    15,
  ),
});

export const smaSection = v.pipe(
  v.strictObject({
    /**
     * The numbers that callers reach; owned already, for no stack buys or releases one. Left out where another
     * Region's SIP rule turns to this SIP media application when its own one fails. Two while a skill moves from the
     * one to the other.
     */
    phoneNumbers: v.optional(v.array(e164Number, "must be a list of numbers")),
    /** The same, of one number. */
    phoneNumber: v.optional(e164Number),
    /** Shown to whom a caller is bridged to. */
    callerIdNumber: e164Number,
    allowedSkillClientIds: v.pipe(
      v.array(skillClientId, "must be a list of skill client IDs"),
      v.nonEmpty("must name at least one skill"),
    ),
    /** The Lambda itself says what may be in it; `pnpm synth` asks it. */
    routes: routesDocument,
    routesSource: v.optional(routesSource),
    withoutContext: v.optional(
      v.picklist(["otherwise", "reject"], "must be otherwise or reject"),
      "otherwise",
    ),
    /** The SIP media application of another Region that the SIP rule turns to when this one fails. */
    failover: v.optional(v.strictObject({ region, sipMediaApplicationId })),
    /** Without `phoneNumbers` none is placed; those of another Region's stack are known for what they are. */
    canary: v.optional(canary),
    /** Each SIP message, with its numbers and context IDs, in a log for a week: to find out what no other log says. */
    messageLogs: v.optional(trueOrFalse, false),
    /** Whether this stack lets the skills of `allowedSkillClientIds` call the application. Only an account that had it. */
    letSkillsIn: v.optional(trueOrFalse, false),
    alarms: v.optional(smaAlarms, {}),
    alarmTopicArn,
  }),
  v.check(
    ({ phoneNumber, phoneNumbers }) => phoneNumber === undefined || phoneNumbers === undefined,
    "phoneNumber is a list of one: take phoneNumbers, or phoneNumber, and not both",
  ),
  v.transform(({ phoneNumber, phoneNumbers, ...sma }) => ({
    ...sma,
    phoneNumbers: phoneNumbers ?? (phoneNumber === undefined ? [] : [phoneNumber]),
  })),
  v.check(
    ({ phoneNumbers }) => new Set(phoneNumbers).size === phoneNumbers.length,
    "phoneNumbers names a number twice",
  ),
  v.check(
    ({ phoneNumbers, failover }) => failover === undefined || phoneNumbers.length > 0,
    "failover is for the SIP rules of phoneNumbers, and there are none",
  ),
  v.forward(
    v.check(
      ({ canary, phoneNumbers, callerIdNumber }) =>
        canary === undefined || ![callerIdNumber, ...phoneNumbers].includes(canary.fromNumber),
      "fromNumber is also callerIdNumber or one of phoneNumbers: whoever calls from it would be taken for a canary call",
    ),
    ["canary"],
  ),
  v.forward(
    v.check(
      ({ canary, phoneNumbers }) =>
        canary === undefined || phoneNumbers.length < Math.min(canary.everyMinutes, 15),
      "everyMinutes is too short: a canary call to each of phoneNumbers takes up to a minute",
    ),
    ["canary"],
  ),
);
