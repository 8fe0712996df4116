import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { type CallForm, isCallFormError, routeMistakes } from "@skill-call/call-form";
import { readCallFormFile } from "@skill-call/call-form/files";
import { isRoutesError, parseRoutes, type Routes, readRoutes } from "@skill-call/call-routing";
import { generatedModels } from "@skill-call/skill/models";
import { SkillFolderError } from "../errors.ts";
import { findRepository } from "../lambdas/repository.ts";

/** A skill that is configuration alone: its call form with words, and where its calls go. */
export interface SkillFolder {
  /** Absolute path of its call-form.json. */
  readonly formFile: string;
  readonly form: CallForm;
  /** Interaction models by locale, in the form's order. */
  readonly models: ReadonlyMap<string, unknown>;
  readonly routes: Routes;
}

/**
 * Reads call-form.json, words/ and routes.json of a folder.
 * @throws {SkillFolderError} with every mistake in the first document that has one
 */
export function readSkillFolder(folder: string): SkillFolder {
  try {
    const formFile = resolve(folder, "call-form.json");
    const form = readCallFormFile(formFile);
    const routes = readRoutesFile(join(folder, "routes.json"));
    const [mistake] = routeMistakes(form, routes);
    if (mistake)
      throw new SkillFolderError(folder, `routes.json ${mistake.pointer}: ${mistake.problem}`);
    return { formFile, form, models: generatedModels(form), routes };
  } catch (error) {
    if (!isCallFormError(error) && !isRoutesError(error)) throw error;
    throw new SkillFolderError(folder, error.message, { cause: error });
  }
}

/**
 * The repository's own call form.
 * @throws {SkillFolderError} with every mistake in it
 */
export function readOwnForm(): CallForm {
  const { callFormFile } = findRepository(import.meta.url);
  try {
    return readCallFormFile(callFormFile);
  } catch (error) {
    if (!isCallFormError(error)) throw error;
    throw new SkillFolderError(dirname(callFormFile), error.message, { cause: error });
  }
}

/** The reasons that a ROUTES document tells apart; none where it cannot be read, which its reader says. */
export function reasonsInRoutes(document: unknown): readonly string[] {
  try {
    return readRoutes(document).rules.flatMap(({ when }) => [when.reason ?? []].flat().map(String));
  } catch (error) {
    if (!isRoutesError(error)) throw error;
    return [];
  }
}

/** A file that is missing is an empty text, which the reader says more about. */
function readRoutesFile(file: string): Routes {
  return parseRoutes(existsSync(file) ? readFileSync(file, "utf8") : "");
}
