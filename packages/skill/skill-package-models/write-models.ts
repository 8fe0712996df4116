import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CallForm } from "@skill-call/call-form";
import { generatedModels } from "./generated-models.ts";
import { permissionsFor } from "./permissions-for.ts";

/**
 * Writes what of a skill package follows from its call form: the interaction models, and the manifest's permission to
 * read a given name.
 * @param root folder with skill-package/
 * @returns the models' files, within the root
 */
export function writeModels(root: string, form: CallForm): readonly string[] {
  const models = [...generatedModels(form)].map(([locale, model]) => {
    const file = `skill-package/interactionModels/custom/${locale}.json`;
    writeJson(join(root, file), model);
    return file;
  });
  const file = join(root, "skill-package/skill.json");
  const { manifest } = JSON.parse(readFileSync(file, "utf8"));
  const permissions = permissionsFor(form, manifest.permissions ?? []);
  // SMAPI takes no empty list.
  manifest.permissions = permissions.length > 0 ? permissions : undefined;
  writeJson(file, { manifest });
  return models;
}

function writeJson(file: string, content: unknown): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(content, undefined, 2)}\n`);
}
