import { type AwsClient, awsClient } from "./aws-client.ts";
import type { Environment } from "./aws-environment.ts";
import { jsonOperation } from "./json-operation.ts";

/** One operation of AWS KMS, as whoever watches requests is told of it. */
interface KmsOperation {
  readonly service: "KMS";
  readonly operation: string;
}

export interface DataKeysOptions {
  readonly environment: Environment;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Bound to each data key: a request that names another one is refused. AWS CloudTrail keeps it. */
  readonly encryptionContext: Readonly<Record<string, string>>;
  /** ARN of the key that new data keys are made under; without it none are made. */
  readonly keyId?: string | undefined;
  /** Wraps each request, as tracing does. */
  readonly request?: <Args extends readonly unknown[], Answer>(
    operation: KmsOperation,
    send: (...args: Args) => Promise<Answer>,
  ) => (...args: Args) => Promise<Answer>;
}

/** A data key of 256 bits, and the same encrypted, in base64. */
export interface MadeDataKey {
  readonly plain: Uint8Array;
  readonly encrypted: string;
}

/** Makes data keys and decrypts them, each request once. */
export interface KmsDataKeys {
  readonly generate?: (signal: AbortSignal) => Promise<MadeDataKey>;
  readonly decrypt: (encrypted: string, signal: AbortSignal) => Promise<Uint8Array>;
}

/** Milliseconds. A page that follows a call reads its record each second; KMS asks a price for each key, and has a quota. */
const keptMs = 60_000;
const mostKept = 64;

/**
 * Data keys of AWS KMS. The client is made with the first request: nobody pays for it who has nothing encrypted.
 * @throws {AwsServiceError} from its functions, when KMS refuses; what the connection threw, when it did not answer
 */
export function createDataKeys(options: DataKeysOptions): KmsDataKeys {
  const { environment, now, encryptionContext: EncryptionContext, keyId } = options;
  const { request = (_operation, send) => send } = options;
  const kept = new Map<string, { readonly plain: Uint8Array; readonly until: number }>();
  let client: AwsClient | undefined;

  const ask = (operation: string) =>
    request({ service: "KMS", operation }, (input: object, signal: AbortSignal) => {
      client ??= awsClient({ service: { name: "kms", variable: "KMS" }, environment, now });
      const target = `TrentService.${operation}`;
      const whole = { ...input, EncryptionContext };
      return jsonOperation(client, { target, version: "1.1", input: whole }, signal);
    });
  const [generateDataKey, decryptDataKey] = [ask("GenerateDataKey"), ask("Decrypt")];

  function keep(encrypted: string, plain: Uint8Array): void {
    const [oldest] = kept.keys();
    if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
    kept.set(encrypted, { plain, until: now() + keptMs });
  }

  return {
    ...(keyId !== undefined && {
      async generate(signal: AbortSignal) {
        const answer = await generateDataKey({ KeyId: keyId, KeySpec: "AES_256" }, signal);
        return { plain: octets(answer.Plaintext), encrypted: String(answer.CiphertextBlob) };
      },
    }),
    async decrypt(encrypted, signal) {
      const known = kept.get(encrypted);
      if (known && known.until > now()) return known.plain;
      kept.delete(encrypted);
      const { Plaintext } = await decryptDataKey({ CiphertextBlob: encrypted }, signal);
      const plain = octets(Plaintext);
      keep(encrypted, plain);
      return plain;
    },
  };
}

function octets(base64: unknown): Uint8Array {
  return Buffer.from(String(base64), "base64");
}
