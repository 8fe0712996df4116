import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The audio files of a folder, absolute; none where there is no such folder. */
export function audioFilesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.wav$/i.test(name))
    .map((name) => join(folder, name));
}
