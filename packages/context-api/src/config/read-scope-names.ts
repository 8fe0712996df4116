import { type Scope, scopes } from "../access/scopes.ts";

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
