import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { findHandler } from "@skill-call/lambda-runner";
import { foldersBelow } from "./source-files.ts";

export interface AssetPlace {
  /** Folder, or archive, of the code that would be deployed. */
  readonly code: string;
  readonly handler: string;
  readonly project: string;
}

/**
 * The folder of the project that an asset is a copy of, so that a change counts at once; the asset itself where there
 * is none, such as for a bundle. Undefined for an archive.
 */
export function sourceOfAsset({ code, handler, project }: AssetPlace): string | undefined {
  if (!existsSync(code) || !statSync(code).isDirectory())
    return existsSync(code) ? undefined : code;
  const { file } = findHandler(code, handler);
  if (!existsSync(file)) return code;
  const text = readFileSync(file);
  const inside = file.slice(code.length);
  const folders = [project, ...foldersBelow(project)];
  return (
    folders.find((folder) => {
      const candidate = join(folder, inside);
      return existsSync(candidate) && readFileSync(candidate).equals(text);
    }) ?? code
  );
}
