import { afterAll, beforeAll, expect, jest, test } from "@jest/globals";
import { systemClock as clock } from "@skill-call/lambda-config";
import { OidcProvider } from "@skill-call/test-peers/oidc-provider";
import { createAuthenticate } from "../src/access/authenticate.ts";
import { fetchJson } from "../src/access/fetch-json.ts";
import { audience } from "./support/issuer.ts";

let provider: OidcProvider;
/** Milliseconds that the tests are ahead of the provider. */
let ahead = 0;
let tell: (token: string) => Promise<unknown>;

beforeAll(async () => {
  const now = Date.now;
  jest.spyOn(Date, "now").mockImplementation(() => now() + ahead);
  provider = await OidcProvider.start({ audience });
  const authenticate = createAuthenticate(
    { iamAuth: false, jwt: { issuer: provider.url, audiences: [audience] } },
    { clock, fetchJson, log: () => {} },
  );
  tell = (token) =>
    authenticate({ authorization: `Bearer ${token}`, iamArn: undefined }).then(
      ({ scopes, subject }) => [subject.replace(provider.url, "").trim(), ...scopes],
      ({ why, code }) => why ?? code,
    );
});
afterAll(async () => {
  jest.restoreAllMocks();
  await provider?.close();
});

test("a machine's token by client credentials counts for what was asked for", async () => {
  const token = await provider.machineToken("call-context:read call-context:write");
  expect(await tell(token)).toEqual(["crm", "call-context:read", "call-context:write"]);
});

test("an agent's token by authorization code with PKCE counts", async () => {
  expect(await tell(await provider.agentToken("call-context:read"))).toEqual([
    "agent-7",
    "call-context:read",
  ]);
});

test("an opaque token does not count, and the reason is its format", async () => {
  expect(await tell(await provider.machineToken("call-context:read", "urn:opaque"))).toBe("format");
});

test.each(["ES256", "EdDSA", "ES384", "PS256"])(
  "after a rotation to a key for %s new and old tokens count",
  async (alg) => {
    const before = await provider.machineToken("call-context:read");
    expect(await tell(before)).toEqual(["crm", "call-context:read"]);
    await provider.rotate(alg);
    const token = await provider.machineToken("call-context:read");
    expect(JSON.parse(atob(token.split(".")[0] ?? ""))).toMatchObject({ alg });
    // Keys are fetched again five seconds after they were at the earliest.
    ahead += 6000;
    expect(await tell(token)).toEqual(["crm", "call-context:read"]);
    expect(await tell(before)).toEqual(["crm", "call-context:read"]);
  },
);
