import type { Log } from "@skill-call/telemetry";
import { errorFacts } from "@skill-call/telemetry";
import type { JwtConfig } from "../config/config.ts";
import { discover, type IssuerPorts } from "./issuer-keys.ts";

export interface LoginConfig {
  /** A public client of the issuer (RFC 8252): the page can keep no secret. */
  readonly clientId: string;
  readonly scope: string;
  /** Further parameters of the request, such as `audience=https://context.example.com`. */
  readonly params: string;
}

/** How the page gets a token of its own: authorization code with PKCE (RFC 7636). */
export interface SignIn extends LoginConfig {
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
}

/** Milliseconds for which the issuer's answer, also that it has none, is kept. */
const keptMs = 60_000;

/** Answers where the page may sign in; `undefined` where it cannot, and then it asks for a token. */
export function createSignIn(
  jwt: Pick<JwtConfig, "issuer"> | undefined,
  login: LoginConfig | undefined,
  ports: IssuerPorts & { readonly log: Log },
): () => Promise<SignIn | undefined> {
  if (!jwt || !login) return async () => undefined;
  let kept: { readonly signIn: Promise<SignIn | undefined>; readonly until: number } | undefined;
  const ask = async () => {
    try {
      const { authorization_endpoint, token_endpoint } = await discover(jwt.issuer, ports);
      if (!authorization_endpoint || !token_endpoint) return undefined;
      return {
        ...login,
        authorizationEndpoint: authorization_endpoint,
        tokenEndpoint: token_endpoint,
      };
    } catch (error) {
      ports.log("error", "sign-in.unavailable", errorFacts(error));
      return undefined;
    }
  };
  return () => {
    const now = ports.clock.now();
    if (!kept || now >= kept.until) kept = { signIn: ask(), until: now + keptMs };
    return kept.signIn;
  };
}
