import * as v from "valibot";
import type { SkillManifest } from "./skill-package.ts";

const contents = v.object({
  publishingInformation: v.optional(
    v.object({
      locales: v.optional(v.record(v.string(), v.object({ name: v.optional(v.string()) })), {}),
    }),
  ),
  permissions: v.optional(v.array(v.object({ name: v.string() })), []),
  apis: v.optional(
    v.object({
      custom: v.optional(
        v.object({ interfaces: v.optional(v.array(v.object({ type: v.string() })), []) }),
      ),
    }),
  ),
});

/** The second ASK CLI writes `manifest`, the first wrote `skillManifest`. */
const manifest = v.union([
  v.pipe(
    v.object({ manifest: contents }),
    v.transform((file) => file.manifest),
  ),
  v.pipe(
    v.object({ skillManifest: contents }),
    v.transform((file) => file.skillManifest),
  ),
]);

/** Reads `skill.json`; of one that is shaped otherwise, nothing is known. */
export function readManifest(json: unknown): SkillManifest {
  const parsed = v.safeParse(manifest, json);
  if (!parsed.success) return { names: new Map(), permissions: [], interfaces: [] };
  const { publishingInformation, permissions, apis } = parsed.output;
  const names = Object.entries(publishingInformation?.locales ?? {}).flatMap(
    ([locale, { name }]): [string, string][] => (name ? [[locale, name]] : []),
  );
  return {
    names: new Map(names),
    permissions: permissions.map(({ name }) => name),
    interfaces: (apis?.custom?.interfaces ?? []).map(({ type }) => type),
  };
}
