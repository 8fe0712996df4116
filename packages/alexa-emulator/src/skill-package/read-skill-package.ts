import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import * as v from "valibot";
import { SkillPackageError } from "../alexa-error.ts";
import type { InSkillProduct } from "../api/in-skill-product.ts";
import { readManifest } from "./manifest.ts";
import type { SkillPackage } from "./skill-package.ts";

/** `en-US`, as the ASK CLI names the files of the models. */
const localeFile = /^([a-z]{2}-[A-Z]{2})\.json$/;

/** Where models stand below a folder: in a skill package, as the first ASK CLI had it, or in the folder itself. */
const modelFolders = ["interactionModels/custom", "models", "."];

/** Where the package stands in a project's folder. */
const packageFolders = ["skill-package", "."];

/**
 * Reads what the ASK CLI deploys: the folder `skill-package`, or the project that it stands in; a folder `models` of
 * the first ASK CLI; or the JSON of one interaction model, whose file need not be named after its locale.
 * @param locale of a single model in a file with another name; `en-US` without it
 * @throws {SkillPackageError} when there is no model, or a file is not JSON
 */
export function readSkillPackage(path: string, locale = "en-US"): SkillPackage {
  const place = resolve(path);
  if (!existsSync(place)) throw new SkillPackageError(`There is no ${path}.`);
  if (statSync(place).isFile()) return modelFile(place, locale);
  const root = packageFolders.map((each) => join(place, each)).find((each) => modelsIn(each).size);
  if (root === undefined) {
    throw new SkillPackageError(
      `There is no interaction model in ${path}: neither interactionModels/custom/<locale>.json nor models/<locale>.json.`,
    );
  }
  // The first ASK CLI has the manifest beside the folder of the models.
  const manifests = [join(root, "skill.json"), join(root, "..", "skill.json")];
  const file = manifests.find((each) => existsSync(each));
  return {
    models: modelsIn(root),
    ...(file !== undefined && { manifest: readManifest(json(file)) }),
    products: readProducts(productFiles([root, place]).map((each) => json(each))),
  };
}

function modelFile(file: string, locale: string): SkillPackage {
  const [, named] = localeFile.exec(basename(file)) ?? [];
  return { models: new Map([[named ?? locale, json(file)]]), products: [] };
}

function modelsIn(root: string): Map<string, unknown> {
  const folder = modelFolders.map((each) => join(root, each)).find((each) => models(each).length);
  if (folder === undefined) return new Map();
  return new Map(models(folder).map(([locale, file]) => [locale, json(join(folder, file))]));
}

function models(folder: string): [locale: string, file: string][] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((file): [string, string][] => {
    const [, locale] = localeFile.exec(file) ?? [];
    return locale === undefined ? [] : [[locale, file]];
  });
}

/** The ASK CLI keeps in-skill products in `isps/<type>/<name>.json`. */
function productFiles(roots: readonly string[]): string[] {
  const folder = roots.map((each) => join(each, "isps")).find((each) => existsSync(each));
  if (folder === undefined) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => join(folder, file));
}

/** @throws {SkillPackageError} when the file is not JSON */
function json(file: string): unknown {
  try {
    // Editors on Windows like to put a byte order mark first.
    return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new SkillPackageError(`${file} is not JSON: ${(cause as Error).message}`, { cause });
  }
}

const product = v.object({
  type: v.picklist(["ENTITLEMENT", "SUBSCRIPTION", "CONSUMABLE"]),
  referenceName: v.string(),
  purchasableState: v.optional(v.picklist(["PURCHASABLE", "NOT_PURCHASABLE"]), "PURCHASABLE"),
  publishingInformation: v.object({
    locales: v.record(
      v.string(),
      v.object({ name: v.string(), summary: v.optional(v.string(), "") }),
    ),
  }),
});

/** Products as they are deployed, before anybody has bought one; what is not a product is left alone. */
function readProducts(files: readonly unknown[]): InSkillProduct[] {
  return files.flatMap((json) => {
    const parsed = v.safeParse(product, json);
    return parsed.success ? [unbought(parsed.output)] : [];
  });
}

function unbought(deployed: v.InferOutput<typeof product>): InSkillProduct {
  const { type, referenceName, purchasableState, publishingInformation } = deployed;
  const [words] = Object.values(publishingInformation.locales);
  return {
    productId: `amzn1.adg.product.${referenceName}`,
    referenceName,
    type,
    name: words?.name ?? referenceName,
    summary: words?.summary ?? "",
    purchasable: purchasableState,
    entitled: "NOT_ENTITLED",
    entitlementReason: "NOT_PURCHASED",
    activeEntitlementCount: 0,
  };
}
