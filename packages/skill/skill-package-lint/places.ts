import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type SmapiChecks, smapiChecksOf } from "./smapi-checks.ts";

/** Where the tools find what they read. */
export interface Places {
  /** This repository, or the project of a team that installs this package. */
  readonly kind: "repository" | "project";
  /** The folder with call-form.json, words/ and skill-package/. */
  readonly root: string;
  /** The ROUTES document that has to agree with the form, within the root. */
  readonly routesFile: string;
  /** Folder of what callers say in danger, a file for each language. */
  readonly phrasesFolder: string;
  /** Checks against Amazon's published schemas of manifest and models; the same ones each time. */
  smapiChecks(): Promise<SmapiChecks>;
  /** The built Lambda. */
  readonly lambdaFolder: string;
}

/** In this repository. */
export function placesInRepository(root: string): Places {
  const room = join(root, "packages/skill");
  return {
    kind: "repository",
    root,
    routesFile: "packages/sma-handler/routes.example.json",
    phrasesFolder: join(room, "safety-phrases"),
    smapiChecks: checksOnce(() =>
      readFile(join(room, "node_modules/ask-smapi-model/spec.json"), "utf8"),
    ),
    lambdaFolder: join(room, "dist/lambda"),
  };
}

interface Built {
  /** This package's build. */
  readonly folder: string;
  /** Of the published schemas those that are checked against, as JSON. */
  readonly smapiSpec: string;
}

/** In a team's own project. */
export function placesInProject(root: string, { folder, smapiSpec }: Built): Places {
  return {
    kind: "project",
    root,
    routesFile: "routes.json",
    phrasesFolder: join(folder, "safety-phrases"),
    smapiChecks: checksOnce(async () => smapiSpec),
    lambdaFolder: join(folder, "lambda"),
  };
}

function checksOnce(readSpec: () => Promise<string>): Places["smapiChecks"] {
  let checks: Promise<SmapiChecks> | undefined;
  return () => {
    checks ??= readSpec().then((json) => smapiChecksOf(JSON.parse(json)));
    return checks;
  };
}
