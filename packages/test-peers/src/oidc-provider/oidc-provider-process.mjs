// Runs oidc-provider, which is certified by the OpenID Foundation, as an issuer on this machine. Started with fork();
// { rotate: alg } has it sign with a new key of that algorithm from then on.
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import Provider from "oidc-provider";

const { audience, redirectUris } = JSON.parse(process.argv[2]);
const scope = "call-context:read call-context:write call-context:read-pii";
const kinds = {
  RS256: ["rsa", { modulusLength: 2048 }],
  PS256: ["rsa", { modulusLength: 2048 }],
  ES256: ["ec", { namedCurve: "P-256" }],
  ES384: ["ec", { namedCurve: "P-384" }],
  EdDSA: ["ed25519", {}],
};
const keys = [];

function newKey(alg) {
  const { privateKey } = generateKeyPairSync(...kinds[alg]);
  const kid = `key-${keys.length}`;
  keys.unshift({ ...privateKey.export({ format: "jwk" }), kid, alg, use: "sig" });
}

const resourceServers = { "urn:call-context-api": "jwt", "urn:opaque": "opaque" };

function provide(issuer, alg) {
  const common = { id_token_signed_response_alg: alg };
  const provider = new Provider(issuer, {
    jwks: { keys },
    clientDefaults: common,
    enabledJWA: { idTokenSigningAlgValues: Object.keys(kinds) },
    clients: [
      {
        client_id: "crm",
        client_secret: "crm-secret",
        grant_types: ["client_credentials"],
        redirect_uris: [],
        response_types: [],
        scope,
      },
      {
        client_id: "agent-page",
        token_endpoint_auth_method: "none",
        application_type: "native",
        grant_types: ["authorization_code", "refresh_token"],
        redirect_uris: redirectUris,
        response_types: ["code"],
        scope: `openid offline_access ${scope}`,
      },
    ],
    clientBasedCORS: () => true,
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => "urn:call-context-api",
        useGrantedResource: () => true,
        getResourceServerInfo: (_, resource) => ({
          scope,
          audience,
          accessTokenTTL: 600,
          accessTokenFormat: resourceServers[resource],
          ...(resourceServers[resource] === "jwt" && { jwt: { sign: { alg, kid: keys[0].kid } } }),
        }),
      },
    },
    scopes: ["openid", "offline_access", ...scope.split(" ")],
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    // Whoever signs in has agreed.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({
        clientId: client.clientId,
        accountId: session.accountId,
      });
      grant.addOIDCScope(`openid offline_access ${scope}`);
      grant.addResourceScope("urn:call-context-api", scope);
      await grant.save();
      return grant;
    },
    cookies: { keys: ["only-for-tests"] },
    ttl: { Session: 3600, Interaction: 600, Grant: 3600, ClientCredentials: 600 },
  });
  const answer = provider.callback();
  return (request, response) => {
    if (!request.url.startsWith("/interaction/")) return answer(request, response);
    return provider.interactionFinished(request, response, {
      login: { accountId: "agent-7" },
      consent: {},
    });
  };
}

let answer;
const server = createServer((request, response) => answer(request, response));
server.listen(0, "127.0.0.1", () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  newKey("RS256");
  answer = provide(url, "RS256");
  process.on("message", ({ rotate }) => {
    newKey(rotate);
    answer = provide(url, rotate);
    process.send({ rotated: rotate });
  });
  process.send({ url });
});
