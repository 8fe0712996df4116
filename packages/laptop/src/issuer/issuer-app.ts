import type { LoopbackEnv } from "@skill-call/emulation";
import { Hono } from "hono";
import * as v from "valibot";
import type { PublicJwk } from "./signing-key.ts";

/** What a token is asked for. */
export interface TokenRequest {
  /** Who the token is for. */
  readonly subject: string;
  /** Separated by spaces: `call-context:read call-context:read-pii`. */
  readonly scope: string;
  readonly expiresInSeconds?: number | undefined;
}

export interface IssuerAppOptions {
  /** The issuer's own address; known once it listens. */
  readonly issuer: () => string;
  readonly publicJwk: PublicJwk;
  readonly issue: (request: TokenRequest) => string;
}

/** A form, as OAuth's token endpoint takes it (RFC 6749, section 4.4.2); the client ID is the subject, and no secret is asked for. */
const tokenForm = v.object({
  grant_type: v.literal("client_credentials"),
  client_id: v.pipe(v.string(), v.nonEmpty()),
  scope: v.optional(v.string(), ""),
});

/** The issuer's HTTP side: OpenID Connect Discovery 1.0, its keys, and tokens for any request on this machine. */
export function issuerApp({ issuer, publicJwk, issue }: IssuerAppOptions): Hono<LoopbackEnv> {
  const app = new Hono<LoopbackEnv>();
  app.get("/.well-known/openid-configuration", (c) =>
    c.json({
      issuer: issuer(),
      jwks_uri: `${issuer()}/keys`,
      token_endpoint: `${issuer()}/token`,
      id_token_signing_alg_values_supported: ["ES256"],
      grant_types_supported: ["client_credentials"],
    }),
  );
  app.get("/keys", (c) => c.json({ keys: [publicJwk] }));
  app.post("/token", async (c) => {
    const form = v.safeParse(tokenForm, await c.req.parseBody());
    c.header("cache-control", "no-store");
    if (!form.success) return c.json({ error: "invalid_request" }, 400);
    const { client_id: subject, scope } = form.output;
    return c.json({ access_token: issue({ subject, scope }), token_type: "Bearer", scope });
  });
  return app;
}
