import { type Clock, serveOnLoopback, systemClock } from "@skill-call/emulation";
import { issuerApp, type TokenRequest } from "./issuer-app.ts";
import { newSigningKey } from "./signing-key.ts";

export interface IssuerOptions {
  readonly clock?: Pick<Clock, "now">;
  /** 0: any that is free. */
  readonly port?: number;
}

export interface Issuer {
  /** `JWT_ISSUER` of the context API: `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** `JWT_AUDIENCE` of the context API. */
  readonly audience: string;
  /** A signed token. */
  token(request: TokenRequest): string;
  close(): Promise<void>;
}

/** The audience of every token. */
const audience = "call-context-api";

/** As long as a call and the work after it. */
const usualLifeSeconds = 3600;

/** Starts an OpenID Connect issuer for laptops: it signs whatever token it is asked for, on the loopback interface only. */
export async function startIssuer({
  clock = systemClock,
  port = 0,
}: IssuerOptions = {}): Promise<Issuer> {
  const key = newSigningKey();
  let url = "";
  const issue = ({ subject, scope, expiresInSeconds = usualLifeSeconds }: TokenRequest) => {
    const iat = Math.floor(clock.now() / 1000);
    const times = { iat, exp: iat + expiresInSeconds };
    return key.signJwt({ iss: url, aud: audience, sub: subject, scope, ...times });
  };
  const app = issuerApp({ issuer: () => url, publicJwk: key.publicJwk, issue });
  const { endpoint, close } = await serveOnLoopback(app, port);
  url = endpoint;
  return { url, audience, token: issue, close };
}
