import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
/** Octets of the nonce that NIST SP 800-38D recommends; a data key encrypts one context and at most 32 notes. */
const nonceBytes = 12;
const tagBytes = 16;

/** Where a text stands: it can be read nowhere else. */
export interface Place {
  readonly contextId: string;
  readonly attribute: string;
}

/** Nonce, ciphertext and tag: base64. */
export function encryptText(text: string, key: Uint8Array, place: Place): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce);
  cipher.setAAD(authenticated(place));
  return Buffer.concat([
    nonce,
    cipher.update(text, "utf8"),
    cipher.final(),
    cipher.getAuthTag(),
  ]).toString("base64");
}

/** @throws {Error} when the text was changed, or comes from another place */
export function decryptText(encrypted: string, key: Uint8Array, place: Place): string {
  const octets = Buffer.from(encrypted, "base64");
  const decipher = createDecipheriv(algorithm, key, octets.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(authenticated(place));
  decipher.setAuthTag(octets.subarray(-tagBytes));
  const text = decipher.update(octets.subarray(nonceBytes, -tagBytes));
  return Buffer.concat([text, decipher.final()]).toString("utf8");
}

function authenticated({ contextId, attribute }: Place): Buffer {
  return Buffer.from(JSON.stringify(["skill-call", 1, contextId, attribute]));
}
