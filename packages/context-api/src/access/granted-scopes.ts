import { type Scope, scopes } from "./scopes.ts";

/** How an issuer writes what a token grants. */
export interface ScopeRules {
  /** Claims that hold names, such as `scope` or `realm_access.roles`; absent: those of the issuers that are known. */
  readonly claims?: readonly string[];
  /** Only names that begin so count; absent: whatever stands before the last `/`. */
  readonly prefix?: string;
  /** What further names grant, such as `Contexts.Read`. */
  readonly names?: ReadonlyMap<string, readonly Scope[]>;
}

type Claims = Readonly<Record<string, unknown>>;

/** `scope` (RFC 8693), `scp` (Entra, Okta), `roles` (Entra applications), `permissions` (Auth0), Keycloak's two. */
function usualClaims(audiences: readonly string[]): readonly string[] {
  const ofClients = audiences.map((audience) => `resource_access.${audience}.roles`);
  return ["scope", "scp", "roles", "permissions", "realm_access.roles", ...ofClients];
}

/** What the claims of a token for one of these audiences grant. */
export function grantedScopes(
  claims: Claims,
  { claims: where, prefix, names }: ScopeRules,
  audiences: readonly string[],
): ReadonlySet<Scope> {
  const written = (where ?? usualClaims(audiences)).flatMap((name) =>
    namesIn(valueAt(claims, name)),
  );
  const candidates = written.flatMap((name) => spellingsOf(name, prefix));
  return new Set(candidates.flatMap((name) => [...ownScope(name), ...(names?.get(name) ?? [])]));
}

function ownScope(name: string): readonly Scope[] {
  return scopes.filter((scope) => scope === name);
}

/** A name as it is written, and without what an issuer puts before it: a resource server, an `api://` address. */
function spellingsOf(name: string, prefix: string | undefined): readonly string[] {
  if (prefix === undefined) return [name, name.slice(name.lastIndexOf("/") + 1)];
  return name.startsWith(prefix) ? [name.slice(prefix.length)] : [];
}

/** A list in a string (RFC 8693, section 4.2), a list, or an object whose keys are roles (Zitadel). */
function namesIn(value: unknown): readonly string[] {
  if (typeof value === "string") return value.split(" ");
  if (Array.isArray(value))
    return value.flatMap((name) => (typeof name === "string" ? namesIn(name) : []));
  if (!isObject(value)) return [];
  return Object.keys(value).filter((role) => isObject(value[role]));
}

/** The claim of this name, which may be a path: names of claims and of clients may have dots themselves. */
function valueAt(claims: unknown, path: string): unknown {
  if (!isObject(claims)) return undefined;
  if (Object.hasOwn(claims, path)) return claims[path];
  for (let dot = path.indexOf("."); dot !== -1; dot = path.indexOf(".", dot + 1)) {
    const [name, rest] = [path.slice(0, dot), path.slice(dot + 1)];
    const found = Object.hasOwn(claims, name) ? valueAt(claims[name], rest) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function isObject(value: unknown): value is Claims {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Reads `Contexts.Read=call-context:read,Contexts.Write=call-context:write`; a name may stand there several times.
 * `undefined`: a part is none of that.
 */
export function readScopeNames(text: string): ReadonlyMap<string, readonly Scope[]> | undefined {
  const names = new Map<string, readonly Scope[]>();
  for (const entry of text.split(",").map((part) => part.trim())) {
    if (entry === "") continue;
    const [, name, granted] = /^(\S+)\s*=\s*([^\s=]+)$/.exec(entry) ?? [];
    const scope = scopes.find((known) => known === granted);
    if (name === undefined || scope === undefined) return undefined;
    names.set(name, [...(names.get(name) ?? []), scope]);
  }
  return names.size > 0 ? names : undefined;
}
