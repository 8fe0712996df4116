/** What a token may grant, as the issuer writes it into `scope`. */
export const scopes = ["call-context:read", "call-context:write", "call-context:read-pii"] as const;
export type Scope = (typeof scopes)[number];
