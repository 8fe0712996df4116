import { lambdaRuntimes } from "@skill-call/lambda-runner";
import * as v from "valibot";
import { guideVariations } from "../service/events/guide-variations.ts";
import { mediaSettings, tlsSettings } from "./media-settings.ts";

const e164 = (about: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\+[1-9]\d{1,14}$/, "must be an E.164 number, such as +16073331111"),
    v.description(about),
  );

const sipUri = (about: string) =>
  v.pipe(
    v.string(),
    v.regex(
      /^sip:(?:[^@\s;?]+@)?[\w.[\]:-]+(?:;[^\s?]+)?$/,
      "must be a SIP URI, such as sip:127.0.0.1:5070;transport=tcp",
    ),
    v.description(about),
  );

const port = (fallback: number, about: string) =>
  v.optional(
    v.pipe(
      v.number(),
      v.integer("must be a whole number"),
      v.minValue(0, "must be at least 0"),
      v.maxValue(65_535, "must be at most 65535"),
      v.description(`${about}; 0 takes a free one`),
    ),
    fallback,
  );

const text = (about: string) =>
  v.pipe(v.string(), v.minLength(1, "must not be empty"), v.description(about));

const seconds = (about: string) =>
  v.pipe(
    v.number(),
    v.minValue(0.001, "must be more than 0"),
    v.maxValue(900, "must be at most 900"),
    v.description(about),
  );

const builtFile = v.strictObject({
  file: text(
    "JavaScript, TypeScript or Python, relative to this file; or the folder that the handler's name starts from",
  ),
  handler: v.optional(
    text("The exported function, with or without its module: handler, index.handler, src/app.main"),
    "handler",
  ),
  runtime: v.optional(
    v.pipe(
      v.picklist(lambdaRuntimes),
      v.description("nodejs22.x runs callback handlers, nodejs24.x refuses them"),
    ),
  ),
  envFile: v.optional(text("A .env file with more variables; those of environment win")),
  environment: v.optional(
    v.pipe(
      v.record(v.string(), v.string()),
      v.description(
        "The function's own variables. AWS_ENDPOINT_URL_CHIME_SDK_VOICE and …_MEETINGS are set already",
      ),
    ),
    {},
  ),
  timeoutSeconds: v.optional(seconds("Time limit of one invocation"), 3),
  concurrency: v.optional(
    v.pipe(
      v.number(),
      v.integer("must be a whole number"),
      v.minValue(1, "must be at least 1"),
      v.description("How many invocations may run at once, 10 without it; more wait"),
    ),
  ),
});

const httpEndpoint = v.strictObject({
  endpoint: v.pipe(
    v.string(),
    v.regex(/^https?:\/\/\S+$/, "must be an http URL, such as http://127.0.0.1:9000"),
    v.description(
      "A server in the shape of Lambda's Invoke API: the runtime interface emulator, sam local start-lambda",
    ),
  ),
  functionName: v.optional(text("Function name in the path"), "function"),
  timeoutSeconds: v.optional(seconds("How long an answer is waited for")),
});

const lambda = v.pipe(
  v.union(
    [builtFile, httpEndpoint],
    "must have either file (a Lambda's source) or endpoint (a server)",
  ),
  v.description("The Lambda: a file, or an HTTP endpoint"),
);

const sipMediaApplication = v.strictObject({
  id: text("ID of the SIP media application, as events name it"),
  awsRegion: v.optional(text("Region that events name"), "us-east-1"),
  allowedSkills: v.optional(
    v.pipe(
      v.array(text("Login with Amazon client ID of a skill")),
      v.description(
        "Skills that may call. Once any application has this, a call with X-Alexa-LWA-ClientId is refused 403 unless allowed",
      ),
    ),
  ),
  lambda,
});

const sipRule = v.strictObject({
  id: v.optional(text("ID of the SIP rule, as events name it")),
  toPhoneNumber: e164("The number that is called: one of phoneNumbers"),
  sipMediaApplications: v.pipe(
    v.array(text("ID of a SIP media application")),
    v.minLength(1, "must name at least one application"),
    v.description("In order of priority: the next takes the call when a Lambda cannot be invoked"),
  ),
  disabled: v.optional(v.boolean(), false),
});

const phoneNumber = v.strictObject({
  number: e164("A number of the account"),
  productType: v.optional(
    v.picklist(["SipMediaApplicationDialIn", "VoiceConnector", "BusinessCalling"]),
    "SipMediaApplicationDialIn",
  ),
});

const namedKey = v.strictObject({
  name: text("Name of the attribute"),
  type: v.picklist(["S", "N", "B"]),
});

const keyAttribute = v.pipe(
  v.union(
    [text("Name of the attribute, a string"), namedKey],
    "must be the name of an attribute, or {name, type}",
  ),
  v.description("The attribute's name; with its type (S, N, B) where it is not a string"),
);

const keys = { partitionKey: keyAttribute, sortKey: v.optional(keyAttribute) };

const table = v.strictObject({
  name: text("Name of the table"),
  ...keys,
  indexes: v.optional(v.array(v.strictObject({ name: text("Name of the index"), ...keys })), []),
  items: v.optional(
    v.pipe(
      v.array(v.record(v.string(), v.unknown())),
      v.description("What is in it when the emulator starts: plain JSON"),
    ),
    [],
  ),
});

const botScript = v.strictObject({
  intent: text("Name of the intent that the conversation ends with"),
  slots: v.optional(
    v.pipe(
      v.record(v.string(), v.nullable(v.string())),
      v.description("What was said for each slot; null for one that was not filled"),
    ),
  ),
  state: v.optional(
    v.picklist([
      "Failed",
      "Fulfilled",
      "FulfillmentInProgress",
      "InProgress",
      "ReadyForFulfillment",
    ]),
  ),
  sessionAttributes: v.optional(v.record(v.string(), v.string())),
  durationMs: v.optional(v.pipe(v.number(), v.minValue(0, "must be at least 0"))),
});

const botFailure = v.strictObject({
  fails: v.pipe(
    v.picklist(["AccessDenied", "SystemException"]),
    v.description("The error type that the action fails with"),
  ),
});

/** Of the settings that may have one of two shapes: the one that an object is meant to have. */
export function alternativeFor(input: unknown) {
  if (typeof input !== "object" || input === null) return undefined;
  if ("number" in input) return phoneNumber;
  if ("endpoint" in input) return httpEndpoint;
  if ("intent" in input) return botScript;
  if ("fails" in input) return botFailure;
  if ("name" in input) return namedKey;
  return "file" in input ? builtFile : undefined;
}

/** What `emulator.json` says. */
export const emulatorSchema = v.strictObject({
  $schema: v.optional(v.string()),
  awsAccountId: v.optional(
    v.pipe(v.string(), v.regex(/^\d{12}$/, "must have 12 digits")),
    "123456789012",
  ),
  listen: v.optional(
    v.strictObject({
      host: v.optional(text("IP address that SIP and media listen on"), "127.0.0.1"),
      udp: port(5060, "SIP over UDP"),
      tcp: port(5060, "SIP over TCP"),
      tls: v.optional(tlsSettings),
      advertisedHost: v.optional(
        text(
          "What others are told to send to; without it host, or where that is 0.0.0.0 or ::, the address that leads to each of them",
        ),
      ),
    }),
    {},
  ),
  media: v.optional(mediaSettings, {}),
  strict: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        "Refuses sessions that a Voice Connector would refuse (anything but G.711 µ-law over RTP) instead of warning",
      ),
    ),
    false,
  ),
  apis: v.optional(
    v.strictObject({
      voice: port(0, "Port of the voice API (CreateSipMediaApplicationCall) on 127.0.0.1"),
      meetings: port(0, "Port of the meetings API on 127.0.0.1"),
    }),
    {},
  ),
  phoneNumbers: v.pipe(
    v.array(
      v.union(
        [e164("A number of the account"), phoneNumber],
        "must be an E.164 number, such as +16073331111, or {number, productType}",
      ),
    ),
    v.minLength(1, "must have at least one number"),
    v.description("The account's phone numbers"),
  ),
  sipRules: v.pipe(v.array(sipRule), v.description("Which numbers lead to which applications")),
  sipMediaApplications: v.pipe(
    v.array(sipMediaApplication),
    v.minLength(1, "must have at least one application"),
  ),
  voiceConnectors: v.optional(
    v.pipe(
      v.record(
        v.pipe(
          v.string(),
          v.regex(
            /^arn:aws:chime:[\w-]+:\d{12}:vcg?\/.+$/,
            "must be the ARN of a Voice Connector, such as arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4",
          ),
        ),
        sipUri("Where the Voice Connector leads"),
      ),
      v.description(
        "SIP URI by the ARN of a Voice Connector, such as sip:127.0.0.1:5070;transport=tcp",
      ),
    ),
    {},
  ),
  carriers: v.optional(
    v.pipe(
      v.record(
        v.pipe(
          v.string(),
          v.regex(/^(?:\+\d{0,15}|default)$/, "must be a prefix, such as +1206, or default"),
        ),
        sipUri("Where calls to these numbers go"),
      ),
      v.description(
        "SIP URI by prefix of the number called, such as +1206; default takes every other number",
      ),
    ),
    {},
  ),
  functions: v.optional(
    v.pipe(
      v.record(v.string(), lambda),
      v.description(
        "Other Lambdas by name, behind AWS_ENDPOINT_URL_LAMBDA: those that place calls, or that an application invokes",
      ),
    ),
    {},
  ),
  meetingEvents: v.optional(
    v.pipe(
      v.array(text("Name of one of functions")),
      v.description("Which functions get the events of meetings, as EventBridge sends them"),
    ),
    [],
  ),
  tables: v.optional(
    v.pipe(
      v.array(table),
      v.description("Tables of a local DynamoDB, behind AWS_ENDPOINT_URL_DYNAMODB; in memory"),
    ),
    [],
  ),
  variations: v.optional(
    v.pipe(
      v.array(v.picklist(guideVariations)),
      v.description(
        "Events as the guide prints them where real ones differ, and the other answer to what is unknown of the service",
      ),
    ),
    [],
  ),
  bots: v.optional(
    v.pipe(
      v.record(v.string(), v.union([botScript, botFailure], "must have intent, or fails")),
      v.description(
        "What StartBotConversation comes to, by the ARN of the bot's alias; default is any other's",
      ),
    ),
    {},
  ),
  s3: v.optional(
    text(
      "Folder in place of S3: prompts are found, and recordings written, at <folder>/<BucketName>/<Key>",
    ),
  ),
  audioPrompts: v.optional(text("Another folder than s3 to find prompts in")),
  recordings: v.optional(text("Another folder than s3 to write recordings to")),
  logLevel: v.optional(v.picklist(["error", "warn", "info", "debug"]), "info"),
});

export type EmulatorDocument = v.InferOutput<typeof emulatorSchema>;
