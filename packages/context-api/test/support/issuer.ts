import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from "jose";
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

/** An OpenID Connect issuer on this machine. */
export class Issuer {
  readonly #server: SmallServer;
  readonly #key: CryptoKey;

  private constructor(server: SmallServer, key: CryptoKey) {
    this.#server = server;
    this.#key = key;
  }

  static async start(): Promise<Issuer> {
    const { publicKey, privateKey } = await generateKeyPair("ES256");
    const keys = [{ ...(await exportJWK(publicKey)), kid: "one", alg: "ES256", use: "sig" }];
    const server = await startSmallServer((path, url) => {
      if (path === "/keys") return { keys };
      if (path !== "/.well-known/openid-configuration") return undefined;
      return { issuer: url, jwks_uri: `${url}/keys` };
    });
    return new Issuer(server, privateKey);
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
      .setProtectedHeader({ alg: "ES256", kid: "one" })
      .sign(this.#key);
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}
