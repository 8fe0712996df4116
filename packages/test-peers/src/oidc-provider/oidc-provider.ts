import { type ChildProcess, fork } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";

const runner = join(__dirname, "oidc-provider-process.mjs");

export interface OidcProviderOptions {
  /** The `aud` of its tokens. */
  readonly audience: string;
  /** Where the agent's page may come back to. */
  readonly redirectUris?: readonly string[];
}

/** An OpenID provider that nobody here wrote, in a process of its own. */
export class OidcProvider {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #redirectUri: string;

  private constructor(url: string, child: ChildProcess, redirectUri: string) {
    this.url = url;
    this.#process = child;
    this.#redirectUri = redirectUri;
  }

  static async start({ audience, redirectUris = ["http://127.0.0.1/agent"] }: OidcProviderOptions) {
    const child = fork(runner, [JSON.stringify({ audience, redirectUris })], {
      execArgv: [],
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const ended = once(child, "close").then((): never => {
      throw new Error("oidc-provider did not start");
    });
    const [{ url }] = await Promise.race([once(child, "message"), ended]);
    ended.catch(() => {});
    return new OidcProvider(url, child, redirectUris[0] ?? "");
  }

  /** From now on a new key of this algorithm signs. */
  async rotate(alg: string): Promise<void> {
    const rotated = once(this.#process, "message");
    this.#process.send({ rotate: alg });
    await rotated;
  }

  /** A token of the machine `crm`. */
  async machineToken(scope: string, resource = "urn:call-context-api"): Promise<string> {
    return this.#token(
      { grant_type: "client_credentials", scope, resource },
      { authorization: `Basic ${btoa("crm:crm-secret")}` },
    );
  }

  /** A token of the agent `agent-7`, by authorization code with PKCE (RFC 7636). */
  async agentToken(scope: string): Promise<string> {
    const verifier = randomBytes(32).toString("base64url");
    const query = new URLSearchParams({
      client_id: "agent-page",
      response_type: "code",
      redirect_uri: this.#redirectUri,
      scope: `openid ${scope}`,
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    });
    const code = await this.#follow(`${this.url}/auth?${query}`);
    return this.#token({
      grant_type: "authorization_code",
      client_id: "agent-page",
      redirect_uri: this.#redirectUri,
      code,
      code_verifier: verifier,
    });
  }

  async close(): Promise<void> {
    const closed = once(this.#process, "close");
    this.#process.kill();
    await closed;
  }

  async #token(fields: Record<string, string>, headers: Record<string, string> = {}) {
    const body = new URLSearchParams(fields);
    const response = await fetch(`${this.url}/token`, { method: "POST", headers, body });
    const answer = (await response.json()) as { readonly access_token?: string };
    if (answer.access_token === undefined) throw new Error(JSON.stringify(answer));
    return answer.access_token;
  }

  /** Goes where the provider sends a browser, with its cookies, until it comes back with a code. */
  async #follow(start: string): Promise<string> {
    const cookies = new Map<string, string>();
    let url = start;
    for (let steps = 0; steps < 10; steps += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const response = await fetch(url, { redirect: "manual", headers: { cookie } });
      for (const set of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        cookies.set(name, value);
      }
      const location = response.headers.get("location");
      if (location === null) throw new Error(`${response.status} ${await response.text()}`);
      const next = new URL(location, this.url);
      const code = next.searchParams.get("code");
      if (code !== null) return code;
      url = next.href;
    }
    throw new Error(`The provider never comes back: ${url}`);
  }
}
