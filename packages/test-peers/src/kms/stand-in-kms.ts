import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

type Context = Readonly<Record<string, string>>;

interface StandInKey {
  /** What it was made of, and each rotation since: the last one encrypts, all of them decrypt. */
  readonly materials: Buffer[];
  state: "Enabled" | "Disabled" | "PendingDeletion";
}

/** What befalls the next requests; without `times` one. */
export interface KmsFault {
  readonly name: "ThrottlingException" | "AccessDeniedException" | "KMSInternalException" | "hang";
  readonly times?: number;
}

/** As the SDK throws what KMS refuses. */
class KmsRefusal extends Error {
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(name: string, httpStatusCode = 400) {
    super(`${name} of the stand-in`);
    this.name = name;
    this.$metadata = { httpStatusCode };
  }
}

/**
 * AWS KMS in memory, as far as data keys go: keys that rotate, are disabled or scheduled for deletion, and encryption contexts
 * that have to be the same. Its methods are those of `KMS` of the SDK.
 */
export class StandInKms {
  readonly #keys = new Map<string, StandInKey>();
  readonly #faults: KmsFault["name"][] = [];
  /** Each request that came, with its encryption context, which AWS CloudTrail would keep. */
  readonly requests: { readonly operation: string; readonly context: Context }[] = [];

  /** Answers the ARN of a new key. */
  createKey(): string {
    const id = randomBytes(16).toString("hex");
    const arn = `arn:aws:kms:us-east-1:123456789012:key/${id}`;
    this.#keys.set(arn, { materials: [randomBytes(32)], state: "Enabled" });
    return arn;
  }

  /** As KMS rotates a key: what was encrypted before is decrypted as ever. */
  rotate(arn: string): void {
    this.#key(arn).materials.push(randomBytes(32));
  }

  setState(arn: string, state: StandInKey["state"]): void {
    this.#key(arn).state = state;
  }

  fail(fault: KmsFault): void {
    this.#faults.push(...Array.from({ length: fault.times ?? 1 }, () => fault.name));
  }

  clear(): void {
    this.#faults.length = 0;
    this.requests.length = 0;
  }

  async generateDataKey(
    { KeyId, EncryptionContext }: { KeyId: string; EncryptionContext: Context },
    { abortSignal }: { abortSignal: AbortSignal },
  ) {
    await this.#begin("GenerateDataKey", EncryptionContext, abortSignal);
    const { materials } = this.#usable(KeyId);
    const Plaintext = randomBytes(32);
    const index = materials.length - 1;
    const nonce = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", materials[index] ?? "", nonce);
    cipher.setAAD(digest(EncryptionContext));
    const octets = [nonce, cipher.update(Plaintext), cipher.final(), cipher.getAuthTag()];
    const text = JSON.stringify([KeyId, index, Buffer.concat(octets).toString("base64")]);
    return { Plaintext, CiphertextBlob: Buffer.from(text), KeyId };
  }

  async decrypt(
    {
      CiphertextBlob,
      EncryptionContext,
    }: { CiphertextBlob: Uint8Array; EncryptionContext: Context },
    { abortSignal }: { abortSignal: AbortSignal },
  ) {
    await this.#begin("Decrypt", EncryptionContext, abortSignal);
    const [arn, index, base64] = readBlob(CiphertextBlob);
    const { materials } = this.#usable(arn);
    const octets = Buffer.from(base64, "base64");
    try {
      const decipher = createDecipheriv(
        "aes-256-gcm",
        materials[index] ?? "",
        octets.subarray(0, 12),
      );
      decipher.setAAD(digest(EncryptionContext));
      decipher.setAuthTag(octets.subarray(-16));
      const text = [decipher.update(octets.subarray(12, -16)), decipher.final()];
      return { Plaintext: Buffer.concat(text), KeyId: arn };
    } catch {
      throw new KmsRefusal("InvalidCiphertextException");
    }
  }

  async #begin(operation: string, context: Context, signal: AbortSignal): Promise<void> {
    this.requests.push({ operation, context });
    const fault = this.#faults.shift();
    if (fault === "hang") await aborted(signal);
    else if (fault) throw new KmsRefusal(fault, fault === "KMSInternalException" ? 500 : 400);
  }

  #key(arn: string): StandInKey {
    const key = this.#keys.get(arn);
    if (!key) throw new KmsRefusal("NotFoundException");
    return key;
  }

  #usable(arn: string): StandInKey {
    const key = this.#key(arn);
    if (key.state === "Disabled") throw new KmsRefusal("DisabledException");
    if (key.state === "PendingDeletion") throw new KmsRefusal("KMSInvalidStateException");
    return key;
  }
}

function readBlob(blob: Uint8Array): readonly [string, number, string] {
  try {
    return JSON.parse(Buffer.from(blob).toString());
  } catch {
    throw new KmsRefusal("InvalidCiphertextException");
  }
}

function digest(context: Context): Buffer {
  const sorted = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest();
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
