import * as v from "valibot";

/** A text of one format; the message names the format and shows an example. */
function text(pattern: RegExp, what: string, example: string) {
  const message = `must be ${what}; example: ${example}`;
  return v.pipe(v.string(message), v.regex(pattern, message));
}

export const skillId = text(
  /^amzn1\.ask\.skill\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  "the ID of a skill",
  "amzn1.ask.skill.3ffd8d5f-4a2b-4c6d-8e9f-0a1b2c3d4e5f",
);

/** Skill calling is North America's, and so is the Region; Lambda allows 64 characters for a name. */
export const lambdaArn = text(
  /^arn:aws:lambda:us-(east-1|west-2):\d{12}:function:[\w-]{1,64}(:[\w-]+)?$/,
  "the ARN of a Lambda in us-east-1 or us-west-2",
  "arn:aws:lambda:us-east-1:123456789012:function:skill",
);

/** `{locale}` in it stands for each locale. */
export const httpsUrl = text(
  /^https:\/\/[^\s/?#@:]+\.[^\s/?#@:]+([/?#]\S*)?$/,
  "an https URL",
  "https://acme.com/privacy/{locale}",
);

export const storeName = text(/^\S(.{0,48}\S)$/u, "2 to 50 characters", "Acme Support");

/** Its finer rules are the lint's. */
export const invocationName = text(/^\S+( \S+)*$/u, "words in lower case", "acme support");

export const profileName = text(/^[\w-]+$/, "a profile of the ASK CLI", "default");
