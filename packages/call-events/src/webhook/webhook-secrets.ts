import { commaSeparated } from "@skill-call/lambda-config";

/** How a secret begins (Standard Webhooks 1.0.0, "Signature scheme"). */
const prefix = "whsec_";

/**
 * The keys of a comma-separated list of secrets, the one that counts first.
 * @returns `undefined` where it is none, or one of them is not `whsec_` and 24 to 64 bytes in base64
 */
export function webhookKeys(text: string): readonly Buffer[] | undefined {
  const secrets = commaSeparated(text);
  return secrets.length > 0 && secrets.every(isSecret) ? secrets.map(bytesOf) : undefined;
}

/** The same of a secret of Secrets Manager: the list itself, or JSON with a secret each, as its console writes it. */
export function webhookKeysIn(secretString: string): readonly Buffer[] | undefined {
  try {
    const value: unknown = JSON.parse(secretString);
    return webhookKeys(Object.values(Object(value)).join(","));
  } catch {
    return webhookKeys(secretString.trim());
  }
}

function isSecret(text: string): boolean {
  if (!/^whsec_[A-Za-z0-9+/]+=*$/.test(text)) return false;
  const { length } = bytesOf(text);
  return length >= 24 && length <= 64;
}

function bytesOf(secret: string): Buffer {
  return Buffer.from(secret.slice(prefix.length), "base64");
}
