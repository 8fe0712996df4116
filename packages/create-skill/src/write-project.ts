import { copyFileSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { readCallForm } from "@skill-call/call-form";
import { writeModels } from "@skill-call/skill/project";
import { CommandError } from "@skill-call/terminal";
import type { Answers } from "./answers.ts";
import { formDocuments } from "./project/form-documents.ts";
import type { Versions } from "./project/package-json.ts";
import { projectFiles } from "./project/project-files.ts";

/** What of a project is not made of answers. */
export interface Materials {
  readonly versions: Versions;
  /** Folder of the icons, icon-108.png and icon-512.png. */
  readonly icons: string;
}

/** @throws {CommandError} when there is something in the folder already: nothing is ever overwritten */
export function refuseTakenFolder(folder: string): void {
  if (!existsSync(folder) || isEmptyFolder(folder)) return;
  throw new CommandError(`There is something in ${folder} already. Name a new folder.`);
}

function isEmptyFolder(folder: string): boolean {
  try {
    // A fresh clone of an empty repository is empty.
    return readdirSync(folder).every((name) => name === ".git");
  } catch {
    return false;
  }
}

/** Writes a project; the folder may be there, and empty. */
export function writeProject(folder: string, answers: Answers, materials: Materials): void {
  const { versions, icons } = materials;
  for (const [file, text] of projectFiles(answers, { name: basename(folder), versions })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const images = join(folder, "skill-package/assets/images");
  mkdirSync(images, { recursive: true });
  for (const icon of ["icon-108.png", "icon-512.png"])
    copyFileSync(join(icons, icon), join(images, icon));
  writeModels(folder, readCallForm(formDocuments(answers)));
}
