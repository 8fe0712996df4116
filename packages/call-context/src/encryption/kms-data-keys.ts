import { type DataKeys, dataKeyContext } from "./data-keys.ts";

type Context = Record<string, string>;
interface Sent {
  readonly abortSignal: AbortSignal;
}

/** What of `KMS` of `@aws-sdk/client-kms` is used. */
export interface KmsClient {
  generateDataKey(
    input: { KeyId: string; KeySpec: "AES_256"; EncryptionContext: Context },
    sent: Sent,
  ): Promise<{ Plaintext?: Uint8Array | undefined; CiphertextBlob?: Uint8Array | undefined }>;
  decrypt(
    input: { CiphertextBlob: Uint8Array; EncryptionContext: Context },
    sent: Sent,
  ): Promise<{ Plaintext?: Uint8Array | undefined }>;
}

/**
 * Data keys of AWS KMS. `keyId` is the ARN of the key that new ones are made under; without it contexts are only read.
 * @example createCallContextStore({ client, tableName, dataKeys: kmsDataKeys(new KMS({})) });
 */
export function kmsDataKeys(client: KmsClient, keyId?: string): DataKeys {
  const EncryptionContext = { ...dataKeyContext };
  return {
    ...(keyId !== undefined && {
      async generate(abortSignal: AbortSignal) {
        const input = { KeyId: keyId, KeySpec: "AES_256", EncryptionContext } as const;
        const { Plaintext, CiphertextBlob } = await client.generateDataKey(input, { abortSignal });
        return { plain: bytes(Plaintext), encrypted: bytes(CiphertextBlob).toString("base64") };
      },
    }),
    async decrypt(encrypted, abortSignal) {
      const CiphertextBlob = Buffer.from(encrypted, "base64");
      const input = { CiphertextBlob, EncryptionContext };
      return bytes((await client.decrypt(input, { abortSignal })).Plaintext);
    },
  };
}

function bytes(part: Uint8Array | undefined): Buffer {
  return Buffer.from(part ?? []);
}
