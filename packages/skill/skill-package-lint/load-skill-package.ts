import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { type CallForm, isCallFormError } from "@skill-call/call-form";
import { readCallFormFile } from "@skill-call/call-form/files";
import { type Finding, stepsOf } from "./finding.ts";
import { type SchemaCheck, schemaCheck } from "./json-schema.ts";
import type { Places } from "./places.ts";
import type { SafetyPhrases } from "./safety-phrases.ts";
import type {
  InteractionModel,
  JsonFile,
  Routes,
  SkillManifest,
  SkillPackage,
} from "./skill-package.ts";

const modelsFolder = "skill-package/interactionModels/custom";

const phrases = { type: "array", items: { type: "string" } };
const phrasesSchema = {
  type: "object",
  required: ["emergency", "crisis", "doubtful", "harmless"],
  properties: {
    emergency: { type: "object", additionalProperties: phrases },
    crisis: phrases,
    doubtful: phrases,
    harmless: phrases,
  },
};
/** Of the ROUTES document, whose own check is the SMA handler's, what is needed here. */
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
export async function loadSkillPackage(places: Places): Promise<Loaded> {
  const { root, routesFile, phrasesFolder } = places;
  const findings: Finding[] = [];
  const load = async <Content>(file: string, check: SchemaCheck): Promise<JsonFile<Content>> => {
    try {
      const content = await readJson(join(root, file));
      findings.push(...check(file, content));
      return { file, content: content as Content };
    } catch (error) {
      findings.push(unreadable(file, error));
      return { file, content: undefined as Content };
    }
  };

  const form = readForm(join(root, "call-form.json"), findings);
  const smapi = await places.smapiChecks();
  const modelFiles = (await readdir(join(root, modelsFolder))).sort();
  const phraseFiles = (await readdir(phrasesFolder)).sort();

  const skillPackage = {
    manifest: await load<SkillManifest>("skill-package/skill.json", smapi.manifest),
    routes: await load<Routes>(routesFile, schemaCheck(routesSchema)),
    models: await Promise.all(
      modelFiles.map(async (name) => ({
        ...(await load<InteractionModel>(`${modelsFolder}/${name}`, smapi.model)),
        locale: basename(name, ".json"),
      })),
    ),
    safetyPhrases: await Promise.all(
      phraseFiles.map(async (name) => ({
        ...(await load<SafetyPhrases>(
          relative(root, join(phrasesFolder, name)),
          schemaCheck(phrasesSchema),
        )),
        language: basename(name, ".json"),
      })),
    ),
  };
  if (form === undefined || findings.length > 0) return { findings };
  return { skillPackage: { ...skillPackage, form }, findings: [] };
}

/** The form, or nothing and what is wrong with it. */
function readForm(file: string, findings: Finding[]): CallForm | undefined {
  try {
    return readCallFormFile(file);
  } catch (error) {
    if (!isCallFormError(error)) throw error;
    const found = error.mistakes.map(({ document, pointer, problem }) => ({
      file: document,
      path: stepsOf(pointer),
      rule: "call-form",
      message: problem,
    }));
    findings.push(...found);
    return undefined;
  }
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, "utf8"));
}

function unreadable(file: string, error: unknown): Finding {
  const { message } = error as Error;
  return { file, path: [], rule: "readable", message: `cannot be read as JSON: ${message}` };
}
