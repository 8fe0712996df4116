import type { SignInSettings } from "./settings.ts";
import { type SignedIn, signInChannel } from "./sign-in-channel.ts";

/** The issuer did not let the agent in, or its answer is not one to our question. */
class SignInError extends Error {
  override readonly name = "SignInError";
}

/**
 * Gets a token by authorization code with PKCE (RFC 7636), in a window of its own, so that the call stays on the page.
 * Code, verifier and token are in this page's memory only.
 * @throws {SignInError} when the agent is not let in
 */
export async function signIn(settings: SignInSettings): Promise<string> {
  const verifier = randomText();
  const state = randomText();
  const redirectUri = `${location.origin}/agent/signed-in`;
  const url = new URL(settings.authorizationEndpoint);
  const params = {
    ...Object.fromEntries(new URLSearchParams(settings.params)),
    response_type: "code",
    client_id: settings.clientId,
    redirect_uri: redirectUri,
    scope: settings.scope,
    state,
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  const answered = answerTo(state);
  // Opened at once, while the click still counts; the address follows when it is known.
  const opened = window.open("", "_blank", "popup,width=480,height=640");
  url.searchParams.set("code_challenge", await challengeOf(verifier));
  if (!opened) throw new SignInError("The browser opened no window");
  opened.location.href = url.href;
  const code = await answered;
  return tokenFor(settings, { code, redirectUri, verifier });
}

/** The code in the issuer's answer to this question, and to no other. */
function answerTo(state: string): Promise<string> {
  const done = new AbortController();
  const channel = new BroadcastChannel(signInChannel);
  return new Promise<string>((resolve, reject) => {
    const take = ({ data, origin }: MessageEvent<Partial<SignedIn> | null>) => {
      if (origin !== location.origin || data?.type !== signInChannel) return;
      const query = new URLSearchParams(data.query);
      if (query.get("state") !== state) return;
      const code = query.get("code");
      if (code === null) reject(new SignInError(query.get("error") ?? "no code"));
      else resolve(code);
    };
    addEventListener("message", take, { signal: done.signal });
    channel.addEventListener("message", take, { signal: done.signal });
  }).finally(() => {
    done.abort();
    channel.close();
  });
}

interface Grant {
  readonly code: string;
  readonly redirectUri: string;
  readonly verifier: string;
}

async function tokenFor(
  { tokenEndpoint, clientId }: SignInSettings,
  { code, redirectUri, verifier }: Grant,
): Promise<string> {
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    client_id: clientId,
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
  });
  const response = await fetch(tokenEndpoint, { method: "POST", body });
  const { access_token: token }: { access_token?: string } = await response.json();
  if (!response.ok || token === undefined)
    throw new SignInError(`The issuer answers ${response.status}`);
  return token;
}

function randomText(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(digest));
}

function base64url(bytes: Uint8Array): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
