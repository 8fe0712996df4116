import * as v from "valibot";

/** A text of one format; the message names the format and shows an example. */
export function text(pattern: RegExp, what: string, example: string) {
  const message = `must be ${what}; example: ${example}`;
  return v.pipe(
    v.string(message),
    v.regex(pattern, message),
    // What an editor shows.
    v.description(`${what}; example: ${example}`),
  );
}

/** ITU-T E.164: a plus sign, the country code, at most 15 digits in all. */
export const e164Number = text(/^\+[1-9]\d{1,14}$/, "an E.164 number", "+12045550100");

/** It is in every name that a deployment makes. */
export const stageName = text(
  /^[a-z][a-z0-9-]{0,15}$/,
  "1 to 16 of a-z, 0-9 and -, a letter first",
  "prod",
);

export const skillId = text(
  /^amzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  "the ID of a skill",
  "amzn1.ask.skill.3ffd8d5f-4a2b-4c6d-8e9f-0a1b2c3d4e5f",
);

export const skillClientId = text(
  /^amzn1\.application-oa2-client\.[0-9a-f]{32}$/,
  "the Login with Amazon client ID of a skill",
  "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48",
);

export const sipMediaApplicationId = text(
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  "the ID of a SIP media application",
  "d82f98e7-7557-4b6b-a690-3dcfcbf8ab2e",
);

/** Of an instance, a flow or a queue of Amazon Connect. */
export const connectId = text(
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  "an ID of Amazon Connect",
  "22222222-2222-4333-8444-555555555555",
);

export const connectInstanceArn = text(
  /^arn:aws[a-z-]*:connect:[a-z0-9-]+:\d{12}:instance\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  "the ARN of an instance of Amazon Connect",
  "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555",
);

export const connectQueueArn = text(
  /^arn:aws[a-z-]*:connect:[a-z0-9-]+:\d{12}:instance\/[0-9a-f-]{36}\/queue\/[0-9a-f-]{36}$/,
  "the ARN of a queue of Amazon Connect",
  "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555/queue/22222222-2222-4333-8444-555555555555",
);

export const region = text(/^[a-z]{2}(-[a-z]+)+-\d$/, "an AWS Region", "us-west-2");

/** The ARN of one thing of a service. */
export function arn(service: string, what: string, example: string) {
  const pattern = new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]+:\\d{12}:[^*]+$`);
  return text(
    pattern,
    `the ARN of ${what}`,
    `arn:aws:${service}:us-east-1:123456789012:${example}`,
  );
}

export const topicArn = arn("sns", "an SNS topic", "on-call");

export const keyArn = arn("kms", "a KMS key", "key/1234abcd-12ab-34cd-56ef-1234567890ab");

export const httpsUrl = v.pipe(
  text(/^https:\/\//, "an https URL", "https://login.example.com/"),
  v.url("must be an https URL; example: https://login.example.com/"),
);

/** As browsers send it: no path. */
export const origin = text(
  /^https?:\/\/[a-z0-9.-]+(:\d+)?$/,
  "an origin",
  "https://crm.example.com",
);

export const domainName = text(
  /^([a-z0-9-]+\.)+[a-z]{2,}$/,
  "a domain name",
  "contexts.example.com",
);

export const name = text(/^\S+$/, "a name without spaces", "skill-call");
