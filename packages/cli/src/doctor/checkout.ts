import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { CallForm } from "@skill-call/call-form";
import { readCallFormFile } from "@skill-call/call-form/files";
import type { LambdaFile, Reasons } from "@skill-call/doctor";
import { findRepository, NotBuiltError } from "@skill-call/laptop";
import { CommandError } from "@skill-call/terminal";
import * as v from "valibot";

/** What the repository around this module has for an examination. */
export interface Checkout {
  readonly lambdaFile: LambdaFile;
  /**
   * The deployment document that is meant where none is named.
   * @throws {CommandError} when there is none yet
   */
  document(): string;
  /** What reads a deployment document: infra's built command. */
  describer(): string;
  /** What asks AWS of a deployment document: infra's built command. */
  asker(): string;
  readReasons(): Promise<Reasons>;
  /** What the skill asks. */
  readForm(): CallForm;
}

/** @throws {OutsideRepositoryError} when there is no checkout; what an examination finds unbuilt throws {NotBuiltError} */
export function findCheckout(moduleUrl: string): Checkout {
  const { skillPackage } = findRepository(moduleUrl);
  const packages = join(dirname(skillPackage), "packages");
  const readForm = () => readCallFormFile(join(dirname(skillPackage), "call-form.json"));
  const built = (name: string, ...path: readonly string[]) => {
    const file = join(packages, name, "dist", ...path);
    if (existsSync(file)) return file;
    throw new NotBuiltError(name);
  };
  return {
    lambdaFile: (part) => built(part, "lambda", "index.mjs"),
    document: () => ownDocument(join(packages, "infra")),
    describer: () => built("infra", "describe.mjs"),
    asker: () => built("infra", "ask-aws.mjs"),
    readReasons: async () => ({ ids: readForm().reasons, heard: await heardReasons(skillPackage) }),
    readForm,
  };
}

function ownDocument(infra: string): string {
  const own = join(infra, "deployment.json");
  if (existsSync(own)) return own;
  throw new CommandError(
    `There is no ${own}: copy deployment.example.json, which stands beside it, and put in your own values; or name another document with --file.`,
  );
}

const modelSchema = v.object({
  interactionModel: v.object({
    languageModel: v.object({
      types: v.array(
        v.object({ name: v.string(), values: v.array(v.object({ id: v.optional(v.string()) })) }),
      ),
    }),
  }),
});

/** The reasons that each locale's model can hear. */
async function heardReasons(skillPackage: string): Promise<Reasons["heard"]> {
  const folder = join(skillPackage, "interactionModels", "custom");
  const models = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  const heard = models.map(async (name) => {
    const model = JSON.parse(await readFile(join(folder, name), "utf8"));
    return [basename(name, ".json"), reasonsIn(v.parse(modelSchema, model))];
  });
  return Object.fromEntries(await Promise.all(heard));
}

function reasonsIn({ interactionModel }: v.InferOutput<typeof modelSchema>): readonly string[] {
  const { types } = interactionModel.languageModel;
  const values = types.find(({ name }) => name === "CallReason")?.values ?? [];
  return values.flatMap(({ id }) => id ?? []);
}
