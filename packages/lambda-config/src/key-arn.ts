import * as v from "valibot";
import { requirement } from "./requirement.ts";

const message = requirement(
  "must be the ARN of a KMS key",
  "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
);

/** The ARN of a key of AWS KMS; no alias: rights are given to keys. */
export const keyArn = v.pipe(
  v.string(message),
  v.regex(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/, message),
);
