import { dataKeyContext } from "@skill-call/call-context";
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { EncryptionDeployment } from "../deployment/deployment.ts";

/** What a Lambda does with what callers said: whoever stores it reads it, too. */
export type WordsUse = "reads" | "stores";

/**
 * The right to the keys of what callers said, and of each only to data keys that were made for call contexts. New ones are
 * made under the key that counts now, by who stores contexts; the former keys only read.
 */
export function encryptionAccess(
  encryption: EncryptionDeployment | undefined,
  use: WordsUse,
): PolicyStatement[] {
  if (!encryption) return [];
  const { keyArn, formerKeyArns } = encryption;
  const conditions = {
    StringEquals: { "kms:EncryptionContext:purpose": dataKeyContext.purpose },
  };
  const reading = new PolicyStatement({
    sid: "ReadCallersWords",
    actions: ["kms:Decrypt"],
    resources: [keyArn, ...formerKeyArns],
    conditions,
  });
  if (use === "reads") return [reading];
  const storing = new PolicyStatement({
    sid: "EncryptCallersWords",
    actions: ["kms:GenerateDataKey"],
    resources: [keyArn],
    conditions,
  });
  return [storing, reading];
}
