import { type DestinationType, numberTypes } from "./destination.ts";
import { writtenNumber } from "./dialled-number.ts";
import {
  isRecord,
  listOf,
  noProblems,
  oneOf,
  type Problem,
  record,
  type Shape,
  textLike,
  textThat,
  wholeNumber,
  withMore,
} from "./shape.ts";

const number = textLike(writtenNumber, {
  problem: "must be an E.164 number",
  example: '"+12045550100"',
});

const userToUser = record({
  required: { encoding: oneOf(["hex"]), parameter: oneOf([true, false]) },
  optional: { discriminator: oneOf(["00", "04"]), purpose: oneOf(["isdn-uui"]) },
});

const voiceConnector = record({
  required: {
    type: oneOf(["voice-connector"]),
    arn: textLike(/^arn:aws[a-z-]*:chime:[a-z0-9-]+:\d{12}:vcg?\/[A-Za-z0-9-]+$/, {
      problem: "must be the ARN of a Voice Connector or a Voice Connector group",
      example: '"arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4"',
    }),
    // Guide, "CallAndBridge": 1–30 characters in 2023, 1–36 in 2026.
    uri: textLike(/^[a-zA-Z0-9&=+$/%\-_!~*().]{1,36}$/, {
      problem: "must be 1–36 characters of a-z A-Z 0-9 & = + $ / % - _ ! ~ * ( ) .",
      example: '"billing"',
    }),
  },
  optional: {
    timeoutSeconds: wholeNumber(1, 120, {
      problem: "must be a whole number of 1 to 120 seconds",
      example: "30",
    }),
    userToUser,
  },
});

const numberDestination = record({ required: { type: oneOf(["pstn"]), number } });

const allow = record({
  optional: {
    countries: listOf(
      textLike(/^[A-Z]{2}$/, {
        problem: "must be a country's two letters (ISO 3166-1)",
        example: '"US"',
      }),
      "countries",
    ),
    types: listOf(oneOf(numberTypes), "types of numbers"),
  },
});

const headerFromSecret = record({
  required: {
    headerFromSecret: textLike(
      /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+$/,
      {
        problem: "must be the ARN of a secret in AWS Secrets Manager",
        example: '"arn:aws:secretsmanager:us-east-1:123456789012:secret:branches-AbCdEf"',
      },
    ),
  },
});

const signed = oneOf(["sigv4"]);

const auth: Shape = {
  schema: { anyOf: [signed.schema, headerFromSecret.schema] },
  example: signed.example,
  problemsOf: (value) => (isRecord(value) ? headerFromSecret : signedOrSecret).problemsOf(value),
};

const signedOrSecret: Shape = {
  ...signed,
  problemsOf: (value) => (value === "sigv4" ? noProblems : [{ path: [], problem: authProblem }]),
};
const authProblem = `must be "sigv4" or ${headerFromSecret.example}`;

const destinationService = record({
  required: {
    type: oneOf(["pstn"]),
    // The context that is posted there is personal data: it must not leave this machine in the clear.
    destinationService: textThat(isTrustworthyUrl, {
      schema: { format: "uri", pattern: "^https?://" },
      problem: "must be an https URL (http only on this machine)",
      example: '"https://branches.example.com/closest"',
    }),
  },
  optional: { allow, auth },
});

/** Both kinds have the type `pstn`; which one is meant says the key that it has. */
const pstn: Shape = {
  schema: { oneOf: [numberDestination.schema, destinationService.schema] },
  example: numberDestination.example,
  problemsOf: (value) => {
    if (!isRecord(value)) return numberDestination.problemsOf(value);
    if (value.destinationService === undefined) {
      return value.number === undefined
        ? [{ path: [], problem: neither }]
        : numberDestination.problemsOf(value);
    }
    const { number: besides, ...service } = value;
    const problems = destinationService.problemsOf(service);
    if (besides === undefined) return problems;
    const all: Problem[] = [{ path: [], problem: both }, ...problems];
    withMore(all, "number", number.problemsOf(besides));
    return all;
  },
};
const both = "has both number and destinationService; leave one out";
const neither = `has neither number nor destinationService; example: ${numberDestination.example}`;

const meeting = record({
  required: {
    type: oneOf(["meeting"]),
    mediaRegion: textLike(/^[a-z]{2}(-[a-z]+)+-\d$/, {
      problem: "must be an AWS Region",
      example: '"us-east-1"',
    }),
  },
});

const queue = record({
  required: {
    type: oneOf(["queue"]),
    arn: textLike(
      /^arn:aws[a-z-]*:connect:[a-z0-9-]+:\d{12}:instance\/[0-9a-f-]{36}\/queue\/[0-9a-f-]{36}$/,
      {
        problem: "must be the ARN of a queue of Amazon Connect",
        example: '"arn:aws:connect:us-east-1:123456789012:instance/9d2b1c7e-…/queue/3a6f0d52-…"',
      },
    ),
  },
});

/** What each type of destination looks like in the document. */
export const destinationShapes: Readonly<Record<DestinationType, Shape>> = {
  "voice-connector": voiceConnector,
  pstn,
  meeting,
  queue,
};

/** Of something that is to be a destination, but has none of the types. */
export function withoutType(
  value: unknown,
  served: readonly DestinationType[],
): readonly Problem[] {
  const names = served.map((type) => `"${type}"`).join(", ");
  return isRecord(value)
    ? [{ path: ["type"], problem: `must be one of ${names}` }]
    : [{ path: [], problem: `must be an object; example: ${numberDestination.example}` }];
}

function isTrustworthyUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
