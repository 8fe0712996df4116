import { type AwsClient, awsClient } from "./aws-client.ts";
import type { Environment } from "./aws-environment.ts";
import { jsonOperation } from "./json-operation.ts";

/** The text of a secret of AWS Secrets Manager. */
export type ReadSecret = (secretArn: string, signal: AbortSignal) => Promise<string>;

/** A secret that was exchanged counts after five minutes at most. */
const keptMs = 5 * 60 * 1_000;

export interface SecretReaderOptions {
  readonly environment: Environment;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Reads secrets, each once in five minutes; one that could not be read is asked for again at once.
 * @throws {AwsServiceError} from what it returns, when the service refuses; what the connection threw, when it did not
 * answer
 */
export function createSecretReader({ environment, now }: SecretReaderOptions): ReadSecret {
  const kept = new Map<string, { readonly text: string; readonly until: number }>();
  let client: AwsClient | undefined;
  return async (secretArn, signal) => {
    const known = kept.get(secretArn);
    if (known && known.until > now()) return known.text;
    const service = { name: "secretsmanager", variable: "SECRETS_MANAGER" };
    client ??= awsClient({ service, environment, now });
    const target = "secretsmanager.GetSecretValue";
    const input = { SecretId: secretArn };
    const answer = await jsonOperation(client, { target, version: "1.1", input }, signal);
    const text = String(answer.SecretString ?? "");
    kept.set(secretArn, { text, until: now() + keptMs });
    return text;
  };
}
