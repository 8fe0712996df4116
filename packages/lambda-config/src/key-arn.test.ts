import { expect, test } from "@jest/globals";
import * as v from "valibot";
import { keyArn } from "./key-arn.ts";

test.each<[boolean, string]>([
  [true, "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"],
  [true, "arn:aws:kms:us-west-2:123456789012:key/mrk-1234abcd12ab34cd56ef1234567890ab"],
  [true, "arn:aws-us-gov:kms:us-gov-west-1:123456789012:key/1234abcd"],
  [false, "arn:aws:kms:us-east-1:123456789012:alias/contexts"],
  [false, "alias/contexts"],
  [false, "1234abcd-12ab-34cd-56ef-1234567890ab"],
  [false, "arn:aws:kms:us-east-1:1:key/1234abcd"],
  [false, "arn:aws:kms:us-east-1:123456789012:key/"],
  [false, ""],
])("it is %s that %s names a key", (allowed, name) => {
  expect(v.is(keyArn, name)).toBe(allowed);
});
