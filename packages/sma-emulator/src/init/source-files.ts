import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Folders in which no sources are. */
const passedOver = /^(node_modules|cdk\.out|dist|build|coverage|venv|__pycache__|\..*)$/;

const deepest = 6;

/** Larger files are bundles. */
const mostBytes = 500_000;

/** Folders that may hold sources, the outer ones first. */
export function foldersBelow(folder: string, depth = 1): readonly string[] {
  if (depth > deepest) return [];
  const inside = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !passedOver.test(entry.name))
    .map(({ name }) => join(folder, name));
  return [...inside, ...inside.flatMap((each) => foldersBelow(each, depth + 1))];
}

/** The source files of a project, absolute: neither declarations nor tests. */
export function sourceFilesBelow(project: string): readonly string[] {
  return [project, ...foldersBelow(project)]
    .flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && isSource(entry.name))
        .map(({ name }) => join(folder, name)),
    )
    .filter((file) => statSync(file).size <= mostBytes);
}

function isSource(name: string): boolean {
  return /\.([mc]?[jt]s|py)$/.test(name) && !/(\.d|\.test|\.spec|_test)\.\w+$|^test_/.test(name);
}
