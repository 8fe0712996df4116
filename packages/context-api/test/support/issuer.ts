import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { type SmallServer, startSmallServer } from "./small-server.ts";

export const audience = "call-context-api";

/** Ten minutes; the tests' clock and the system's are the same. */
const lifeSeconds = 600;

export interface TokenOptions {
  readonly scope?: string;
  /** Over those that are usual; `undefined` leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly expiresInSeconds?: number;
}

interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

async function newKey(kid: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair("ES256");
  const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: "ES256", use: "sig" };
  return { kid, privateKey, publicJwk };
}

/** An OpenID Connect issuer on this machine. */
export class Issuer {
  readonly #server: SmallServer;
  #key: SigningKey;

  private constructor(server: SmallServer, key: SigningKey) {
    this.#server = server;
    this.#key = key;
  }

  static async start(): Promise<Issuer> {
    const server = await startSmallServer((path, url) => {
      if (path === "/keys") return { keys: [issuer.#key.publicJwk] };
      if (path !== "/.well-known/openid-configuration") return undefined;
      return { issuer: url, jwks_uri: `${url}/keys` };
    });
    const issuer = new Issuer(server, await newKey("one"));
    return issuer;
  }

  /** From now on another key signs, and only that is published. */
  async changeKey(kid: string): Promise<void> {
    this.#key = await newKey(kid);
  }

  get url(): string {
    return this.#server.url;
  }

  /** The paths that were asked for. */
  get asked(): readonly string[] {
    return this.#server.asked;
  }

  token({ scope = "", claims = {}, expiresInSeconds = lifeSeconds }: TokenOptions = {}) {
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: this.url, aud: audience, sub: "agent-7", scope, ...claims };
    return new SignJWT({ exp: now + expiresInSeconds, ...payload })
      .setProtectedHeader({ alg: "ES256", kid: this.#key.kid })
      .sign(this.#key.privateKey);
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}
