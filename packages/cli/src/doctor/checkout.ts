import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { LambdaFile, Reasons } from "@skill-call/doctor";
import { findRepository, NotBuiltError } from "@skill-call/laptop";
import * as v from "valibot";

/** What the repository around this module has for an examination. */
export interface Checkout {
  readonly lambdaFile: LambdaFile;
  /** The deployment document that is meant where none is named: one's own, else the example. */
  readonly document: string;
  /** What reads a deployment document: infra's built command. */
  describer(): string;
  readReasons(): Promise<Reasons>;
}

/** @throws {OutsideRepositoryError} when there is no checkout; what an examination finds unbuilt throws {NotBuiltError} */
export function findCheckout(moduleUrl: string): Checkout {
  const { skillPackage } = findRepository(moduleUrl);
  const packages = join(dirname(skillPackage), "packages");
  const own = join(packages, "infra", "deployment.json");
  const built = (name: string, ...path: readonly string[]) => {
    const file = join(packages, name, "dist", ...path);
    if (existsSync(file)) return file;
    throw new NotBuiltError(name);
  };
  return {
    lambdaFile: (part) => built(part, "lambda", "index.mjs"),
    document: existsSync(own) ? own : join(packages, "infra", "deployment.example.json"),
    describer: () => built("infra", "describe.mjs"),
    readReasons: () => readReasons(join(dirname(skillPackage), "call-form.json"), skillPackage),
  };
}

const formSchema = v.object({ reasons: v.array(v.string()) });

const modelSchema = v.object({
  interactionModel: v.object({
    languageModel: v.object({
      types: v.array(
        v.object({ name: v.string(), values: v.array(v.object({ id: v.optional(v.string()) })) }),
      ),
    }),
  }),
});

async function readReasons(file: string, skillPackage: string): Promise<Reasons> {
  const folder = join(skillPackage, "interactionModels", "custom");
  const models = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const heard = models.map(async (name) => [
    basename(name, ".json"),
    heardReasons(v.parse(modelSchema, await readJson(join(folder, name)))),
  ]);
  return {
    ids: v.parse(formSchema, await readJson(file)).reasons,
    heard: Object.fromEntries(await Promise.all(heard)),
  };
}

function heardReasons({ interactionModel }: v.InferOutput<typeof modelSchema>): readonly string[] {
  const { types } = interactionModel.languageModel;
  const values = types.find(({ name }) => name === "CallReason")?.values ?? [];
  return values.flatMap(({ id }) => id ?? []);
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, "utf8"));
}
