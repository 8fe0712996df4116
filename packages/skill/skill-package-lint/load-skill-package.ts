import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Finding } from "./finding.ts";
import { type SchemaCheck, schemaCheck } from "./json-schema.ts";
import type { SafetyPhrases } from "./safety-phrases.ts";
import type { InteractionModel, JsonFile, Routes, SkillPackage } from "./skill-package.ts";
import { smapiChecks } from "./smapi-checks.ts";

const modelsFolder = "skill-package/interactionModels/custom";
const phrasesFolder = "packages/skill/safety-phrases";

/** A list of ids; and of the ROUTES document, whose own check is the SMA handler's, what is needed here. */
const idsSchema = { type: "array", items: { type: "string" } };
const phrasesSchema = {
  type: "object",
  required: ["emergency", "crisis", "doubtful", "harmless"],
  properties: {
    emergency: { type: "object", additionalProperties: idsSchema },
    crisis: idsSchema,
    doubtful: idsSchema,
    harmless: idsSchema,
  },
};
const routesSchema = {
  type: "object",
  required: ["rules"],
  properties: {
    rules: {
      type: "array",
      items: { type: "object", required: ["when"], properties: { when: { type: "object" } } },
    },
  },
};

/** The package, or what about its files does not fit their schemas. */
export type Loaded =
  | { readonly skillPackage: SkillPackage; readonly findings: readonly [] }
  | { readonly skillPackage?: never; readonly findings: readonly Finding[] };

/** Reads the skill package and checks each file against the schema that Amazon publishes. */
export async function loadSkillPackage(repository: string): Promise<Loaded> {
  const findings: Finding[] = [];
  const load = async <Content>(file: string, check: SchemaCheck): Promise<JsonFile<Content>> => {
    try {
      const content = await readJson(join(repository, file));
      findings.push(...check(file, content));
      return { file, content: content as Content };
    } catch (error) {
      findings.push(unreadable(file, error));
      return { file, content: undefined as Content };
    }
  };

  const smapi = await smapiChecks(repository);
  const modelFiles = (await readdir(join(repository, modelsFolder))).sort();
  const phraseFiles = (await readdir(join(repository, phrasesFolder))).sort();

  const skillPackage: SkillPackage = {
    manifest: await load("skill-package/skill.json", smapi.manifest),
    callReasons: await load("packages/skill/call-reasons.json", schemaCheck(idsSchema)),
    routes: await load<Routes>(
      "packages/sma-handler/routes.example.json",
      schemaCheck(routesSchema),
    ),
    models: await Promise.all(
      modelFiles.map(async (name) => ({
        ...(await load<InteractionModel>(`${modelsFolder}/${name}`, smapi.model)),
        locale: basename(name, ".json"),
      })),
    ),
    safetyPhrases: await Promise.all(
      phraseFiles.map(async (name) => ({
        ...(await load<SafetyPhrases>(`${phrasesFolder}/${name}`, schemaCheck(phrasesSchema))),
        language: basename(name, ".json"),
      })),
    ),
  };
  return findings.length > 0 ? { findings } : { skillPackage, findings: [] };
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}

function unreadable(file: string, error: unknown): Finding {
  const { message } = error as Error;
  return { file, path: [], rule: "readable", message: `cannot be read as JSON: ${message}` };
}
