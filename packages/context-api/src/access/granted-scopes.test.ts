import { expect, test } from "@jest/globals";
import { grantedScopes, type ScopeRules } from "./granted-scopes.ts";

const read = ["call-context:read"];
const names = new Map([["Contexts.Read", ["call-context:read"] as const]]);
const prefix = "call-context-api/";

const table: readonly [object, ScopeRules, readonly string[]][] = [
  [{ scope: "openid call-context:read" }, {}, read],
  [{ scope: "call-context-api/call-context:read" }, {}, read],
  [{ scope: "https://context.example.com/call-context:read" }, {}, read],
  [{ scope: "call-context:read/other" }, {}, []],
  [{ scope: "call-context:read/" }, {}, []],
  [{ scope: "xcall-context:read call-context:reader CALL-CONTEXT:READ" }, {}, []],
  [{ scope: ["call-context:read openid"] }, {}, read],
  [{ scp: ["call-context:read"] }, {}, read],
  [{ roles: ["call-context:read"] }, {}, read],
  [{ permissions: ["call-context:read"] }, {}, read],
  [{ realm_access: { roles: ["call-context:read"] } }, {}, read],
  [{ resource_access: { api: { roles: ["call-context:read"] } } }, {}, read],
  [{ resource_access: { billing: { roles: ["call-context:read"] } } }, {}, []],
  [{ groups: ["call-context:read"] }, {}, []],
  [{ groups: ["call-context:read"] }, { claims: ["groups"] }, read],
  [{ scope: "call-context:read" }, { claims: ["roles"] }, []],
  [
    { "https://example.com/roles": ["call-context:read"] },
    { claims: ["https://example.com/roles"] },
    read,
  ],
  [{ a: { "b.c": { d: "call-context:read" } } }, { claims: ["a.b.c.d"] }, read],
  [{ scope: "call-context:read" }, { prefix }, []],
  [{ scope: "call-context-api/call-context:read" }, { prefix }, read],
  [{ scope: "billing/call-context:read" }, { prefix }, []],
  [{ roles: ["Contexts.Read"] }, {}, []],
  [{ roles: ["Contexts.Read"] }, { names }, read],
  [{ scope: "call-context:read" }, { names }, read],
  [{ scp: "api://x/Contexts.Read" }, { names }, read],
  [{ scp: "api://x/Contexts.Read" }, { names, prefix: "api://x/" }, read],
  [{ scp: "api://y/Contexts.Read" }, { names, prefix: "api://x/" }, []],
  [{ roles: { "call-context:read": { "1": "org" } } }, {}, read],
  [{ roles: { "call-context:read": false } }, {}, []],
  [{ scope: null, scp: 7, roles: [7, null], permissions: { toString: {} } }, {}, []],
  [{ scope: "constructor __proto__" }, { names, claims: ["__proto__", "scope"] }, []],
];

test.each(table)("%j by %j grants %j", (claims, rules, granted) => {
  expect([...grantedScopes({ ...claims }, rules, ["api"])]).toEqual(granted);
});
