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
  readonly lambda: AskLambda | undefined;
}

/** The Lambda, where the ASK CLI deploys it, too. */
export interface AskLambda {
  /** Folder of its build. */
  readonly built: string;
  /** Folder with the call form that it is to ask. */
  readonly formFolder: string;
  /** A template for the ASK CLI's cfn-deployer. */
  readonly stack: object;
  readonly region: string;
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
  const { profile, skillId, skillPackage, lambda } = project;
  const write = (file: string, content: unknown) => writeJson(join(folder, file), content);
  for (const part of ["skill-package", "lambda", "infrastructure"])
    rmSync(join(folder, part), { recursive: true, force: true });
  for (const { file, content } of [skillPackage.manifest, ...skillPackage.models])
    write(file, content);
  if (project.withImages) copyImages(project.sourceFolder, folder);
  if (lambda) writeLambda(folder, lambda);
  write("ask-resources.json", askResources(profile, lambda));
  write("package.json", packageJson);
  if (skillId !== undefined)
    write(statesFile, withSkillId(readAskStates(folder), profile, skillId));
}

const stackFile = "infrastructure/skill-stack.json";

/** Without a Lambda metadata only: then it is a stack of ours. */
function askResources(profile: string, lambda: AskLambda | undefined) {
  const skillMetadata = { src: "./skill-package" };
  const own = lambda && {
    code: { default: { src: "./lambda" } },
    skillInfrastructure: {
      type: "@ask-cli/cfn-deployer",
      userConfig: {
        runtime: "nodejs24.x",
        handler: "index.handler",
        templatePath: `./${stackFile}`,
        awsRegion: lambda.region,
      },
    },
  };
  return {
    askcliResourcesVersion: "2020-03-31",
    profiles: { [profile]: { skillMetadata, ...own } },
  };
}

/** What was built, with the team's own call form beside it. */
function writeLambda(folder: string, { built, formFolder, stack }: AskLambda): void {
  cpSync(built, join(folder, "lambda"), { recursive: true });
  for (const part of ["call-form.json", "words"]) {
    rmSync(join(folder, "lambda", part), { recursive: true, force: true });
    cpSync(join(formFolder, part), join(folder, "lambda", part), { recursive: true });
  }
  writeJson(join(folder, stackFile), stack);
}

function copyImages(sourceFolder: string, folder: string): void {
  const images = "assets/images";
  cpSync(join(sourceFolder, images), join(folder, "skill-package", images), {
    recursive: true,
    // The drawing that the images are made of is no part of the skill.
    filter: (file) => !relative(sourceFolder, file).endsWith(".svg"),
  });
}

/** As the ASK CLI itself writes, without a last newline: it writes skill.json anew and compares hashes of the folder. */
function writeJson(path: string, content: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(content, undefined, 2));
}
