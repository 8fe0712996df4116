import * as v from "valibot";

const e164 = v.pipe(
  v.string(),
  v.regex(/^\+[1-9]\d{1,14}$/, "must be an E.164 number, such as +12045550111"),
);

const seconds = v.pipe(v.number(), v.minValue(0, "must not be negative"));

const lambda = v.strictObject({
  /** Built file, relative to the configuration. */
  file: v.string(),
  handler: v.optional(v.string(), "handler"),
  environment: v.optional(v.record(v.string(), v.string()), {}),
  timeoutSeconds: v.optional(seconds, 3),
});

const agent = v.strictObject({
  name: v.string(),
  acceptsAfterSeconds: v.optional(seconds, 0),
  hangsUpAfterSeconds: v.optional(seconds),
});

/** What somebody who is called does. */
const phone = v.union(
  [
    v.picklist(["busy", "no-answer", "declines", "out-of-reach"]),
    v.strictObject({
      answersAfterSeconds: v.optional(seconds, 0),
      /** Keys, pressed one second after the answer. */
      presses: v.optional(v.pipe(v.string(), v.regex(/^[\d*#]+$/, "must be keys of a phone"))),
      hangsUpAfterSeconds: v.optional(seconds),
    }),
  ],
  'must be busy, no-answer, declines, out-of-reach or an object such as {"presses":"1"}',
);

const flowTypes = [
  "CONTACT_FLOW",
  "CUSTOMER_QUEUE",
  "CUSTOMER_HOLD",
  "CUSTOMER_WHISPER",
  "AGENT_HOLD",
  "AGENT_WHISPER",
  "OUTBOUND_WHISPER",
  "AGENT_TRANSFER",
  "QUEUE_TRANSFER",
  "CAMPAIGN",
  "MODULE",
] as const;

/** The configuration: what the emulated instance has. Paths are relative to it. */
export const connectSchema = v.strictObject({
  $schema: v.optional(v.string()),
  instanceArn: v.pipe(
    v.string(),
    v.regex(/^arn:aws[\w-]*:connect:[\w-]+:\d{12}:instance\/[\w-]+$/, "must be an instance's ARN"),
  ),
  phoneNumbers: v.optional(v.array(e164)),
  /** What `${Name}` stands for in the flows and test cases, as CloudFormation's Fn::Sub fills it in. */
  substitutions: v.optional(v.record(v.string(), v.string()), {}),
  flows: v.pipe(
    v.array(
      v.strictObject({
        id: v.string(),
        name: v.optional(v.string()),
        type: v.optional(v.picklist(flowTypes)),
        file: v.string(),
      }),
    ),
    v.minLength(1, "must have a flow"),
  ),
  /** By ARN. */
  functions: v.optional(v.record(v.string(), lambda), {}),
  queues: v.optional(
    v.array(
      v.strictObject({
        arn: v.string(),
        name: v.string(),
        capacity: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
        agents: v.optional(v.array(agent), []),
      }),
    ),
    [],
  ),
  hours: v.optional(v.record(v.string(), v.picklist(["open", "closed"])), {}),
  /** By E.164 number; `default` is every other one. */
  phones: v.optional(v.record(v.string(), phone), {}),
});

export type ConnectDocument = v.InferOutput<typeof connectSchema>;
export type PhoneDocument = v.InferOutput<typeof phone>;
