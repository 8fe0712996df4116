import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { SkillPackage } from "../skill-package-lint/skill-package.ts";
import { readAskStates, statesFile, withSkillId } from "./ask-states.ts";

export interface AskProject {
  readonly skillPackage: SkillPackage;
  /** The repository's `skill-package/`, for what is copied as it is: the images. */
  readonly sourceFolder: string;
  readonly profile: string;
  readonly skillId: string | undefined;
  readonly withImages: boolean;
}

/** A fresh install of the ASK CLI takes an antlr4ts that crashes it; npm heeds overrides only in a project's own file. */
const packageJson = {
  private: true,
  description: "The ASK CLI, for this folder only.",
  devDependencies: { "ask-cli": "^2.30.7" },
  overrides: { antlr4ts: "0.5.0-alpha.4" },
};

/** Writes a project that the ASK CLI deploys. What it and npm keep in the folder stays there. */
export function writeAskProject(folder: string, project: AskProject): void {
  const { profile, skillId, skillPackage } = project;
  const write = (file: string, content: unknown) => writeJson(join(folder, file), content);
  rmSync(join(folder, "skill-package"), { recursive: true, force: true });
  for (const { file, content } of [skillPackage.manifest, ...skillPackage.models])
    write(file, content);
  if (project.withImages) copyImages(project.sourceFolder, folder);
  write("ask-resources.json", askResources(profile));
  write("package.json", packageJson);
  if (skillId !== undefined)
    write(statesFile, withSkillId(readAskStates(folder), profile, skillId));
}

/** Metadata only: the Lambda is a stack of ours. */
function askResources(profile: string) {
  return {
    askcliResourcesVersion: "2020-03-31",
    profiles: { [profile]: { skillMetadata: { src: "./skill-package" } } },
  };
}

function copyImages(sourceFolder: string, folder: string): void {
  const images = "assets/images";
  cpSync(join(sourceFolder, images), join(folder, "skill-package", images), {
    recursive: true,
    // The drawing that the images are made of is no part of the skill.
    filter: (file) => !relative(sourceFolder, file).endsWith(".svg"),
  });
}

function writeJson(path: string, content: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(content, undefined, 2)}\n`);
}
