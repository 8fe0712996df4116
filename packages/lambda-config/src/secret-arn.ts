import * as v from "valibot";
import { requirement } from "./requirement.ts";

const message = requirement(
  "must be the ARN of a secret",
  "arn:aws:secretsmanager:us-east-1:123456789012:secret:name-AbCdEf",
);

/** The whole ARN of a secret of AWS Secrets Manager, with its last six characters. */
export const secretArn = v.pipe(
  v.string(message),
  v.regex(/^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+$/, message),
);
